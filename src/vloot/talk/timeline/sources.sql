-- Home, from each of my sources: spaces I am in, people and tags I follow. First the newest head of each; what lies below the page's
-- length of these cannot be on the page, so only what lies above is read. Flat however many sources there are, and however quiet.
-- People and tags are sources in open spaces only: what is in my own comes with these, and a guest reads nothing else.
-- What a space allows stands in a subquery of its own, so that the planner, which knows no values here, walks each index from its newest end.
with heads as (
    select 1 as kind, m.space_id as source, '' as tag, p.id
    from talk_membership m cross join lateral (
        select id from talk_post
        where space_id = m.space_id and root_id is null and removed_at is null and id < %(before)s and id > %(after)s
        order by id desc limit 1
    ) p
    where m.person_id = %(me)s
    union all
    select 2, f.followed_id, '', p.id
    from talk_person_follow f cross join lateral (
        select id from talk_post q
        where author_id = f.followed_id and root_id is null and removed_at is null and id < %(before)s and id > %(after)s
          and (select s.access from talk_space s where s.id = q.space_id) = 'open'
        order by id desc limit 1
    ) p
    where f.person_id = %(me)s and not %(is_guest)s
    union all
    select 3, 0, f.tag, p.id
    from talk_tag_follow f cross join lateral (
        select t.post_id as id from talk_post_tag t join talk_post q on q.id = t.post_id
        where t.tag = f.tag and q.removed_at is null and t.post_id < %(before)s and t.post_id > %(after)s
          and (select s.access from talk_space s where s.id = q.space_id) = 'open'
        order by t.post_id desc limit 1
    ) p
    where f.person_id = %(me)s and not %(is_guest)s
),
chosen as (
    select kind, source, tag, id
    from (select *, dense_rank() over (order by id desc) as place from heads) placed
    where place <= %(limit)s
),
lowest as (
    select case when count(distinct id) < %(limit)s then %(after)s else min(id) - 1 end as id from chosen
)
select id from (
    select p.id from chosen c cross join lateral (
        select id from talk_post
        where space_id = c.source and root_id is null and removed_at is null
          and id < %(before)s and id > (select id from lowest)
        order by id desc limit %(limit)s
    ) p
    where c.kind = 1
    union
    select p.id from chosen c cross join lateral (
        select id from talk_post q
        where author_id = c.source and root_id is null and removed_at is null
          and id < %(before)s and id > (select id from lowest)
          and (select s.access from talk_space s where s.id = q.space_id) = 'open'
        order by id desc limit %(limit)s
    ) p
    where c.kind = 2
    union
    select p.id from chosen c cross join lateral (
        select t.post_id as id from talk_post_tag t join talk_post q on q.id = t.post_id
        where t.tag = c.tag and q.removed_at is null
          and t.post_id < %(before)s and t.post_id > (select id from lowest)
          and (select s.access from talk_space s where s.id = q.space_id) = 'open'
        order by t.post_id desc limit %(limit)s
    ) p
    where c.kind = 3
) merged
order by id desc
limit %(limit)s
