-- How is text reused: word for word, cut, edited, rewritten, as a quotation or as a template?
SELECT reuse_kind, origin_class, count(*) AS passages, round(avg(identity), 3) AS mean_identity,
       round(avg(words), 1) AS mean_words
FROM passages
GROUP BY reuse_kind, origin_class
ORDER BY passages DESC, reuse_kind, origin_class
