-- What stands beside and above home: announcements that are not read (or confirmed, where they ask for it), and the next events of my spaces.
-- An announcement for all stands above the home of everybody who may read its space; others only above that of its members.
(
    select 1, p.id, p.title, a.ends_at, '' as zone, '' as place
    from talk_announcement a
    join talk_post p on p.id = a.post_id
    join talk_space s on s.id = p.space_id
    where a.ends_at > %(now)s and p.removed_at is null and p.author_id <> %(me)s
      and (exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = s.id)
           or (a.is_for_all and s.access = 'open' and not %(is_guest)s))
      and case when a.asks
               then not exists (select 1 from talk_confirmation c where c.announcement_id = p.id and c.person_id = %(me)s)
               else not exists (select 1 from talk_read_mark r
                                where r.person_id = %(me)s and r.thread_id = p.id and r.upto_id >= p.id)
          end
    order by p.id desc limit 3
)
union all
(
    select 2, p.id, p.title, e.starts_at, e.zone, e.place
    from talk_event e
    join talk_post p on p.id = e.post_id
    where e.ends_at > %(now)s and e.cancelled_at is null and p.removed_at is null
      and exists (select 1 from talk_membership m where m.person_id = %(me)s and m.space_id = p.space_id)
    order by e.starts_at limit 3
)
