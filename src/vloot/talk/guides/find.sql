-- How-to pages the reader may see: titled so first, then those that say it, each read in its own language; obsolete ones last, whatever they say.
select g.id, g.title, g.obsolete_why, s.name
from talk_guide g
join talk_space s on s.id = g.space_id
cross join lateral (
    select not exists (select 1 from unnest(%(words)s::text[]) word where strpos(' ' || g.sort_key, ' ' || word) = 0) as is_so
) titled
where (%(is_importer)s or (s.access = 'open' and not %(is_guest)s)
       or exists (select 1 from talk_membership m where m.space_id = s.id and m.person_id = %(me)s))
  and case when titled.is_so then true
      when %(said)s::text = '' then false
      else case g.language
          when 'nl' then to_tsvector('dutch', concat_ws(' ', g.title, g.source)) @@ websearch_to_tsquery('dutch', %(said)s::text)
          when 'fr' then to_tsvector('french', concat_ws(' ', g.title, g.source)) @@ websearch_to_tsquery('french', %(said)s::text)
          when 'en' then to_tsvector('english', concat_ws(' ', g.title, g.source)) @@ websearch_to_tsquery('english', %(said)s::text)
          when '' then to_tsvector('simple', concat_ws(' ', g.title, g.source)) @@ websearch_to_tsquery('simple', %(said)s::text)
          else false end end
order by g.obsolete_at is not null, not titled.is_so, g.newest_id desc
limit %(limit)s
