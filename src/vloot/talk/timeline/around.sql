-- What some posts can have several of, with the cards of whom it is about (`people.cards.SELECT` stands for the persons); and the cards of their
-- authors and owners. Asked only about posts that cards.sql gave.
select around.what, around.post_id, person.*
from (
    select 'named' as what, 0::bigint as post_id, unnest(%(named)s::bigint[]) as person_id
    union all
    select 'appreciated', post_id, person_id from talk_appreciation where post_id = any(%(ids)s::bigint[])
    union all
    select 'thanked', post_id, person_id from talk_thanks_to where post_id = any(%(ids)s::bigint[])
    union all
    select 'helped', answer_id, person_id from talk_helped where answer_id = any(%(ids)s::bigint[])
    union all
    select 'files', post_id, null from talk_file where post_id = any(%(ids)s::bigint[])
) around
left join ({persons}) person on person.id = around.person_id
