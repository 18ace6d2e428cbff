-- Who was in contact with whom in half a year, each two once in each direction: one wrote to the other, named them, or said they helped.
with present as ({present}),
written as (
    select p.id, p.author_id, p.parent_id, p.root_id
    from talk_post p
    left join talk_post head on head.id = p.root_id
    where p.id >= %(since)s and p.removed_at is null and p.kind <> 'announcement'
      and (p.root_id is null or (head.kind <> 'announcement' and head.removed_at is null))
),
-- Who writes to others too, and does not only send out.
answering as (select distinct author_id from written where root_id is not null),
-- What was written is looked up by what wrote it, whatever the planner believes of the tables: hence lateral and "offset 0".
contact as (
    select w.author_id as source, up.author_id as target
    from written w
    cross join lateral (
        select up.author_id, up.root_id, up.kind from talk_post up
        where up.id = w.parent_id and up.removed_at is null
        offset 0
    ) up
    where up.root_id is not null or up.kind = 'question' or up.author_id in (select author_id from answering)
    union
    select w.author_id, m.person_id
    from written w
    cross join lateral (
        select m.person_id, count(*) over () as many from talk_mention m where m.post_id = w.id offset 0
    ) m
    where m.many <= %(most)s
    union
    select asker_id, helper_id from network_tie
)
select c.source, c.target
from contact c
join present one on one.id = c.source
join present other on other.id = c.target
where c.source <> c.target
