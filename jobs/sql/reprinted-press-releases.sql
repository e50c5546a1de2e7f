-- Which press releases were reprinted, and by whom?
SELECT p.reuse_kind, l.source AS left_source, l.title AS left_title, l.published_at AS left_published_at,
       r.source AS right_source, r.title AS right_title, r.published_at AS right_published_at, p.words,
       p.left_share, p.right_share
FROM passages p
JOIN articles l ON l.article_id = p.left_id
JOIN articles r ON r.article_id = p.right_id
WHERE p.origin_class = 'press_release'
ORDER BY p.words DESC, p.left_id, p.right_id, p.left_begin
