-- Which articles hold wire copy without crediting the agency themselves?
SELECT a.source, a.published_at, a.title, c.agency, c.agency_basis, c.share, a.article_id
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
WHERE c.agency IS NOT NULL AND a.agency IS NULL
ORDER BY a.source, a.published_at NULLS LAST, c.article_id, c.begin
