-- One row a cluster, with what a line about it shows. The stretch of a page that holds many
-- stories has its first words for a title.
SELECT cluster_id,
       max(size) AS size,
       round(max(density), 3) AS density,
       count(DISTINCT article_id) AS articles,
       count(DISTINCT source) AS sources,
       min(published_at) AS first_at,
       max(published_at) AS last_at,
       max(agency) AS agency,
       max_by(title, place) AS title,
       max_by(lead, place) AS lead,
       max_by(source, place) AS source
FROM (SELECT c.cluster_id, c.article_id, c.size, c.density, c.agency, a.source, a.published_at,
             trim(substring(a.text, c.begin + 1, 240)) AS lead,
             if(c.share >= 0.5 AND trim(a.title) != '', substring(trim(a.title), 1, 200),
                -- Whole words: where the words go on behind the cut, the last and the rest of it go.
                if(length(trim(substring(a.text, c.begin + 1, 91))) > 90,
                   concat(regexp_replace(trim(substring(a.text, c.begin + 1, 90)), '\\s+\\S*$', ''), ' …'),
                   trim(substring(a.text, c.begin + 1, 90)))) AS title,
             struct(c.representative, c.share, c.article_id, c.begin) AS place
      FROM clusters c JOIN articles a ON c.article_id = a.article_id)
GROUP BY cluster_id
