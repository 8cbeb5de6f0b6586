import { Link, useParams, useSearch } from '@tanstack/react-router'
import { RecommendationsOfPerson } from '#web/inspection/OfPerson.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import { PersonStanding } from '#web/organisation/PersonStanding.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ChartFrame } from '#web/ui/ChartFrame.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Crumbs } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { careerOf } from './career.ts'
import { DirectoryCard } from './DirectoryCard.tsx'
import { Documents } from './Documents.tsx'
import { useOpenedGroups } from './opened-groups.ts'
import { PersonCompleteness } from './PersonCompleteness.tsx'
import { PersonHeader } from './PersonHeader.tsx'
import { PersonParts } from './PersonParts.tsx'
import { PersonTargets } from './PersonTargets.tsx'
import { Posts } from './Posts.tsx'
import { personWords } from './person-words.ts'
import { usePrintRecord } from './print-record.ts'
import { RecordLog } from './RecordLog.tsx'
import { RecordPart } from './RecordPart.tsx'
import { Schooling } from './Schooling.tsx'
import { Succession } from './Succession.tsx'
import { Timeline } from './Timeline.tsx'

/** One person's record as it stood that day, and what each target makes of it. */
export function PersonPage() {
  const { asOf } = useAsOf()
  const { id } = useParams({ from: '/inside/ho-so/$id' })
  const file = useAnswer('GET /cadres/:id', { id: Number(id), asOf })
  if (file.error?.kind === 'not_found') return <DirectoryCard id={Number(id)} asOf={asOf} />
  return (
    <Answered answer={file} rows={14}>
      {(shown) => <Person key={shown.id} file={shown} />}
    </Answered>
  )
}

function Person({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  const mayList = useMay('cadres.list')
  const { muc } = useSearch({ from: '/inside/ho-so/$id' })
  const groups = useOpenedGroups(file.id)
  usePrintRecord(file.id)
  const { current } = file
  return (
    <>
      <Crumbs
        crumbs={[
          ...(mayList
            ? [
                <Link key="list" to="/ho-so">
                  {say.list}
                </Link>,
              ]
            : []),
          ...(mayList && current
            ? [
                <Link key="unit" to="/ho-so" search={{ 'don-vi': current.unitId }}>
                  {current.unitName}
                </Link>,
              ]
            : []),
          file.fullName,
        ]}
      />
      <PersonHeader file={file} />
      <PersonParts id={file.id} chosen={muc} />
      {muc === undefined ? <Summary file={file} /> : null}
      {muc === 'tai-lieu' ? <Documents id={file.id} /> : null}
      {muc && muc !== 'tai-lieu' ? <RecordPart id={file.id} group={muc} groups={groups} /> : null}
    </>
  )
}

function Summary({ file }: { file: CadreFile }) {
  return (
    <>
      <CareerCard file={file} />
      <div className="columns person-columns">
        <div className="stackup">
          <Posts file={file} />
          <Schooling file={file} />
          <Succession file={file} />
          <RecommendationsOfPerson id={file.id} />
          <RecordLog id={file.id} />
        </div>
        <div className="stackup">
          <PersonTargets id={file.id} />
          <PersonStanding id={file.id} />
          <PersonCompleteness id={file.id} />
        </div>
      </div>
    </>
  )
}

function CareerCard({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  const career = careerOf(file, say)
  return (
    <Card className="career">
      <div className="card-body">
        <ChartFrame
          title={<h2>{say.timeline}</h2>}
          head={[say.from, say.post, say.to]}
          rows={file.tenures.map((tenure) => [
            day(tenure.from),
            `${tenure.title}, ${tenure.unitName}`,
            tenure.to ? day(tenure.to) : say.now,
          ])}
          chart={
            career ? (
              <Timeline
                career={career}
                label={`${say.timeline}: ${career.work.map(({ says }) => says).join('; ')}`}
              />
            ) : (
              <EmptyState says={say.noTimeline} />
            )
          }
        />
      </div>
    </Card>
  )
}
