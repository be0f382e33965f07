/**
 * What a database expert would write for the same year over the same rows: month totals of NĐ 335 (general marks, and the
 * means of a, b, c and of d, đ, e for heads), the mean of the year, the class by points and the rank in the group, in one
 * statement over the log. It knows neither corrections nor leave, discipline, hand-overs or the quota, and leaves no trace
 * from a point to its events.
 */
export const HAND_WRITTEN = `
with general as (
  select data->>'personId' as person, data->>'period' as month,
    (select sum((item->>'mark')::numeric) from jsonb_array_elements(data->'items') item) as points
  from es.events where type = 'GeneralMarksConfirmed' and (data->>'year')::int = $1
), work as (
  select data->>'personId' as person, data->>'period' as month, data->>'entryId' as id,
    data->>'taskId' as task, (data->>'quantity')::int as quantity,
    (data->>'coefficient')::numeric as k
  from es.events where type = 'CoefficientFixed' and (data->>'year')::int = $1
), by_hand as (
  select data->>'personId' as person, data->>'workId' as id, sum((data->>'units')::int) as units,
    sum((data->>'units')::int * greatest(0, 1 - 0.25 * (data->>'majorErrors')::int)) as quality,
    sum((data->>'units')::int * greatest(0, 1 - 0.25 * (data->>'lateTimes')::int)) as progress
  from es.events where type = 'UnitsAccepted' and (data->>'year')::int = $1 group by 1, 2
), task as (
  select data->>'taskId' as id, max(data->>'completedOn') as done_on,
    coalesce(max(data->>'to') filter (where type = 'DeadlineExtended'), max(data->>'dueOn')) as due_on,
    count(*) filter (where type = 'ResultReturned' and (data->>'majorContentError')::boolean) as errors,
    count(*) filter (where type = 'DelayCauseConfirmed') as excused
  from es.events
  where type in ('TaskAssigned', 'DeadlineExtended', 'ResultReturned', 'TaskCompleted', 'DelayCauseConfirmed')
  group by 1
), line as (
  select work.person, work.month, quantity * k as assigned,
    case when task.done_on is not null then quantity * k else coalesce(by_hand.units, 0) * k end as accepted,
    case when task.done_on is not null then quantity * k * greatest(0, 1 - 0.25 * task.errors)
      else coalesce(by_hand.quality, 0) * k end as quality,
    case when task.done_on is not null then quantity * k
        * case when task.done_on > task.due_on and task.excused = 0 then 0.75 else 1 end
      else coalesce(by_hand.progress, 0) * k end as progress
  from work left join task on task.id = work.task
    left join by_hand on by_hand.person = work.person and by_hand.id = work.id
), led as (
  select data->>'personId' as person, data->>'period' as month, sum((data->>'level')::numeric) / 100 as levels
  from es.events where type = 'LeaderLevelSet' and (data->>'year')::int = $1 group by 1, 2
), monthly as (
  select line.person, line.month, max(general.points) + 70 * least(1,
      ((sum(accepted) + sum(quality) + sum(progress)) / sum(assigned) + coalesce(max(led.levels), 0))
      / case when max(led.levels) is null then 3 else 6 end) as points,
    max(led.levels) is not null as is_head
  from line join general using (person, month) left join led using (person, month) group by 1, 2
), yearly as (
  select person, avg(points) as points, bool_or(is_head) as is_head from monthly group by 1
)
select person, round(points, 6)::text as points,
  case when points >= 90 then 'HTXS' when points >= 70 then 'HTT' when points >= 50 then 'HT' else 'KHT' end as band,
  rank() over (partition by is_head order by points desc) as rank
from yearly order by person`;
