-- Since when a recommendation can have been followed: what it rests on was found, or else the
-- inspection began. The unit that must act may see neither.
create function recommended_since(of_recommendation integer) returns date
  language sql stable security definer set search_path from current as $$
  select coalesce(f.found_on, i.starts_on) from recommendation r
    join inspection i on i.id = r.inspection_id left join finding f on f.id = r.finding_id
  where r.id = of_recommendation
$$;
