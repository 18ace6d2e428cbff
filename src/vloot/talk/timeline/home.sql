-- The newest heads of threads from each of my sources: spaces I am in, people and tags I follow. Merged, newest first.
with readable as (
    select s.id from talk_space s
    where (s.access = 'open' and not %(is_guest)s)
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s)
),
mine as (
    select m.space_id from talk_membership m where m.person_id = %(me)s
)
select id from (
    select p.id from mine cross join lateral (
        select id from talk_post
        where space_id = mine.space_id and root_id is null and removed_at is null
          and id < %(before)s and id > %(after)s
        order by id desc limit %(limit)s
    ) p
    union
    select p.id from talk_person_follow f cross join lateral (
        select id, space_id from talk_post
        where author_id = f.followed_id and root_id is null and removed_at is null
          and id < %(before)s and id > %(after)s
          and space_id in (select id from readable)
        order by id desc limit %(limit)s
    ) p
    where f.person_id = %(me)s
    union
    select p.id from talk_tag_follow f cross join lateral (
        select t.post_id as id from talk_post_tag t join talk_post q on q.id = t.post_id
        where t.tag = f.tag and q.removed_at is null
          and t.post_id < %(before)s and t.post_id > %(after)s
          and q.space_id in (select id from readable)
        order by t.post_id desc limit %(limit)s
    ) p
    where f.person_id = %(me)s
) merged
order by id desc
limit %(limit)s
