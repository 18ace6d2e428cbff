-- All ties of the last half year. What was said is read from the logbook, and only while it still holds.
with recursive present as ({present}),
ring as (
    select giver, taker from unnest(%(ring_givers)s::bigint[], %(ring_takers)s::bigint[]) as r (giver, taker)
),
entered as materialized (
    select e.id, e.kind, e.object_id, e.actor_id from logbook_entry e
    where e.kind in ('AnswerAccepted', 'Helped', 'ThanksGiven') and e.id >= %(since)s
),
-- What an entry is about is looked up from the entry, whatever the planner believes of the tables: hence lateral and "offset 0".
said as (
    -- The asker accepted an answer.
    select a.asker, a.helper, %(accepted)s::float8 as weight, e.id as at, true as is_open
    from entered e
    cross join lateral (
        select head.author_id as asker, a.author_id as helper
        from talk_question q
        join talk_post a on a.id = q.accepted_id and a.removed_at is null
        join talk_post head on head.id = q.post_id and head.removed_at is null
        where q.accepted_id = e.object_id
        offset 0
    ) a
    where e.kind = 'AnswerAccepted'
    union all
    -- An answer helped somebody.
    select e.actor_id, a.helper, %(thanked)s::float8, e.id, true
    from entered e
    cross join lateral (
        select a.author_id as helper
        from talk_helped h
        join talk_post a on a.id = h.answer_id and a.removed_at is null
        where h.answer_id = e.object_id and h.person_id = e.actor_id
        offset 0
    ) a
    where e.kind = 'Helped'
    union all
    -- Somebody thanked a few, with a reason; not where thanks go round in a ring.
    select t.giver, t.taker, %(thanked)s::float8, e.id, true
    from entered e
    cross join lateral (
        select t.author_id as giver, tt.person_id as taker, count(*) over () as many
        from talk_post t
        join talk_thanks_to tt on tt.post_id = t.id
        where t.id = e.object_id and t.removed_at is null
        offset 0
    ) t
    left join ring r on r.giver = t.giver and r.taker = t.taker
    where e.kind = 'ThanksGiven' and r.giver is null and t.many <= %(most)s
    union all
    -- Somebody named somebody in a question round, in confidence.
    select n.namer, n.named, %(accepted)s::float8, n.at, false
    from unnest(%(namers)s::bigint[], %(named)s::bigint[], %(named_at)s::bigint[]) as n (namer, named, at)
),
of_two as (
    select s.asker, s.helper, s.weight,
           to_timestamp((max(s.at) >> 21) / 1000.0)::date as helped_on,
           to_timestamp((min(s.at) >> 21) / 1000.0)::date as since,
           bool_or(s.is_open) as is_open
    from said s
    join present asker on asker.id = s.asker
    join present helper on helper.id = s.helper
    where s.asker <> s.helper
    group by s.asker, s.helper, s.weight
),
aged as (
    -- While who helped was away, nothing grew older.
    select o.*, greatest(0, %(today)s::date - o.helped_on - coalesce((
        select sum(least(h.last_on, %(today)s::date) - greatest(h.first_on, o.helped_on + 1) + 1)
        from notices_holiday h
        where h.person_id = o.helper and h.last_on > o.helped_on and h.first_on <= %(today)s::date
    ), 0)) as days
    from of_two o
),
strongest as (
    select distinct on (asker, helper)
           asker, helper, weight, helped_on, weight * power(2, -days / %(half_life)s::float8) as worth,
           min(since) over two as since, bool_or(is_open) over two as is_open
    from aged
    window two as (partition by asker, helper)
    order by asker, helper, worth desc, helped_on desc
),
line (person, above) as (
    select id, manager_id from people_person where manager_id is not null
    union
    select l.person, p.manager_id from line l join people_person p on p.id = l.above where p.manager_id is not null
)
insert into network_tie (asker_id, helper_id, weight, helped_on, worth, since, is_in_line, is_open)
select s.asker, s.helper, s.weight, s.helped_on, s.worth, s.since, up.person is not null or down.person is not null, s.is_open
from strongest s
left join line up on up.person = s.asker and up.above = s.helper
left join line down on down.person = s.helper and down.above = s.asker
