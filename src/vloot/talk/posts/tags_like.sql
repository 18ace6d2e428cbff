-- Tags that begin so on posts the reader may read, alphabetically: from each tag to the next, however many posts carry it. "offset 0" has it look
-- for a post of one tag at a time, and stop where the list is full.
with recursive each as (
    (select t.tag::text as tag from talk_post_tag t where t.tag >= %(start)s and t.tag < %(end)s order by t.tag limit 1)
    union all
    select (select t.tag::text from talk_post_tag t where t.tag > each.tag and t.tag < %(end)s order by t.tag limit 1)
    from each where each.tag is not null
)
select named.tag
from (select tag from each where starts_with(tag, %(start)s) order by tag offset 0) named
where exists (
    select 1 from talk_post_tag t
    join talk_post p on p.id = t.post_id
    join talk_space s on s.id = p.space_id
    where t.tag = named.tag
      and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
           or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s))
    offset 0
)
limit %(limit)s
