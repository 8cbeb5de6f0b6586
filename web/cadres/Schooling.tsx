import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { personWords } from './person-words.ts'

type Certificate = CadreFile['certificates'][number]

interface Line {
  key: string
  title: string
  says: string
  on: string | null
}

/** Degrees, certificates and courses in one table: what a standard is read against. */
export function Schooling({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  const lines = linesOf(file)
  return (
    <Card title={say.schooling}>
      {lines.length === 0 ? <EmptyState says={say.noSchooling} /> : null}
      <ScrollBox label={say.schooling}>
        <table>
          <caption className="unseen">{say.schooling}</caption>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <td>
                  <b>{line.title}</b>
                  {line.says ? (
                    <>
                      <br />
                      <span className="small second">{line.says}</span>
                    </>
                  ) : null}
                </td>
                <td className="right nowrap second">
                  {line.on ? day(line.on) : <span className="third">{say.noDate}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')

function linesOf({ qualifications, certificates, trainings }: CadreFile): Line[] {
  return [
    ...qualifications.map((held, index) => ({
      key: `degree ${index}`,
      title: [held.levelLabel ?? held.level, held.major].filter(Boolean).join(', '),
      says: joined(held.modeLabel, held.fieldLabel, held.school),
      on: held.awardedOn,
    })),
    ...certificates.filter(tells).map((held, index) => ({
      key: `certificate ${index}`,
      title: `${held.kindLabel}: ${held.levelLabel ?? held.level}`,
      says: held.name ?? '',
      on: held.awardedOn,
    })),
    ...trainings.map((held, index) => ({
      key: `training ${index}`,
      title: held.name,
      says: joined(held.topic, held.result),
      on: held.completedOn,
    })),
  ]
}

/** "Chưa qua" of one kind says nothing beside a level of the same kind. */
const tells = (held: Certificate, _: number, all: Certificate[]) =>
  held.level !== 'none' || !all.some(({ kind, level }) => kind === held.kind && level !== 'none')
