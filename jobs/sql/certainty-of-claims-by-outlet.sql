-- How certain do outlets sound: what share of their numbers is asserted, reported, estimated or only possible?
SELECT source,
       count(*) AS claims,
       round(count_if(modality = 'asserted') / count(*), 3) AS asserted_share,
       round(count_if(modality = 'reported') / count(*), 3) AS reported_share,
       round(count_if(modality IN ('estimated', 'believed', 'suspected', 'suggested', 'likely'))
         / count(*), 3) AS estimated_share,
       round(count_if(modality IN ('could', 'may')) / count(*), 3) AS possible_share,
       round(count_if(modality IN ('pledged', 'planned')) / count(*), 3) AS planned_share
FROM claims
GROUP BY source
ORDER BY claims DESC, source
