-- Home, looked for among the newest heads of all: whoever sits in lively spaces finds a page within the first few dozen.
-- Complete when it gives as many as were asked for; otherwise sources.sql looks into each source.
select id from (
    select id, space_id, author_id, tags from talk_post
    where root_id is null and removed_at is null and id < %(before)s and id > %(after)s
    order by id desc
    limit 400
) p
where space_id in (select space_id from talk_membership where person_id = %(me)s)
   or (
        (
            author_id in (select followed_id from talk_person_follow where person_id = %(me)s)
            or tags && coalesce((select array_agg(tag) from talk_tag_follow where person_id = %(me)s), '{}')
        )
        and not %(is_guest)s
        and (select s.access from talk_space s where s.id = p.space_id) = 'open'
   )
order by id desc
limit %(limit)s
