-- The articles, with the columns that the report reads.
SELECT article_id, source, initcap(replace(source, '.example', '')) AS source_name,
       CAST(NULL AS STRING) AS owner, concat('https://', source, '/', article_id) AS url, title,
       CAST(NULL AS STRING) AS byline, CAST(NULL AS STRING) AS agency, published_at,
       'second' AS published_at_precision, 'meta' AS published_at_basis, 'en' AS lang, 1 AS version,
       120 AS words, array() AS issues, concat(opening, ships, middle, money, closing) AS text,
       article_id AS text_hash, published_at AS ingested_at,
       CAST(array() AS ARRAY<STRUCT<begin: INT, end: INT, kind: STRING>>) AS boilerplate
FROM generated
