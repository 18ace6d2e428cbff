-- The newest posts that have all that is asked for, shelf by shelf from the newest: a common word is found on the first, a rare one costs a look
-- into the index for each. The places in braces are filled by reads.py: one condition per group; the words, where a phrase or what must not be
-- there is looked up in them, only until the page is full, and the rank.
-- What lies between "offset 0" and its bracket is found by the index and nothing else, whatever the planner believes of it; and the "or" before
-- the reader's spaces has it look each of them up in a hash, not through the list.
with mine as materialized (
    select s.id from talk_space s
    where (s.access = 'open' and not %(is_guest)s)
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s)
),
shelf as materialized (
    select number, first_id, lead(first_id, 1, 9223372036854775807) over (order by first_id) as end_id
    from (select number, first_id from talk_search_shelf union all select 0, 0) every
)
select found.post_id {columns}
from (select number from shelf where first_id < %(before)s and end_id > %(after)s order by first_id desc) shelf
cross join lateral (
    select sorted.post_id {carried}
    from (
        select here.post_id
        from (
            select d.post_id, d.space_id from talk_search_document d
            where {keys}
            offset 0
        ) here
        where here.post_id < %(before)s and here.post_id > %(after)s
          and (%(is_importer)s or here.space_id in (select id from mine))
        order by here.post_id desc
        offset 0
    ) sorted
    {words}
    order by sorted.post_id desc
    limit {limit}
) found
limit {limit}
