-- Who thanked whom since a moment, each two once: only people who work here and take part, and never many at once.
with present as ({present}),
entered as materialized (
    select e.object_id from logbook_entry e where e.kind = 'ThanksGiven' and e.id >= %(since)s
)
-- Looked up from the entry, whatever the planner believes of the tables: hence lateral and "offset 0".
select distinct t.giver, t.taker
from entered e
cross join lateral (
    select t.author_id as giver, tt.person_id as taker, count(*) over () as many
    from talk_post t
    join talk_thanks_to tt on tt.post_id = t.id
    where t.id = e.object_id and t.removed_at is null
    offset 0
) t
join present giver on giver.id = t.giver
join present taker on taker.id = t.taker
where t.giver <> t.taker and t.many <= %(most)s
