-- The posts of the thread that a post is in, in time order with what each was said under; nothing when the actor may not read it.
with asked as (
    select coalesce(p.root_id, p.id) as root
    from talk_post p join talk_space s on s.id = p.space_id
    where p.id = %(id)s
      and ((s.access = 'open' and not %(is_guest)s) or %(is_importer)s
           or exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id))
)
select p.id, p.parent_id from asked join talk_post p on p.id = asked.root
union all
select p.id, p.parent_id from asked join talk_post p on p.root_id = asked.root
order by 1
