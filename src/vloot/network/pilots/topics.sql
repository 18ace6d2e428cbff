-- Topics (tags) with at least three accepted answers in half a year; and those of them whose accepted answers all are one person's.
with topic as (
    select t.tag, count(*) as answers, count(distinct answer.author_id) as people
    from talk_question q
    join talk_post answer on answer.id = q.accepted_id and answer.removed_at is null
    join talk_post_tag t on t.post_id = q.post_id
    join people_person p on p.id = answer.author_id and p.kind = 'human'
    where q.post_id > %(since)s
    group by t.tag
)
select count(*) filter (where people = 1), count(*) from topic where answers >= 3
