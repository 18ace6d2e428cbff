-- What some posts can have several of, and the ids of it. Asked only about posts that cards.sql gave.
select 'appreciated', post_id, person_id from talk_appreciation where post_id = any(%(ids)s::bigint[])
union
select 'thanked', post_id, person_id from talk_thanks_to where post_id = any(%(ids)s::bigint[])
union
select 'helped', answer_id, person_id from talk_helped where answer_id = any(%(ids)s::bigint[])
union
select 'files', post_id, 0 from talk_file where post_id = any(%(ids)s::bigint[])
