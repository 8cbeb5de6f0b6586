import { IdcardOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { count, day, initials } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { CadreFile } from '#web/lib/shapes-of-cadres.ts'
import { PrintPapers } from '#web/reports/PrintPapers.tsx'
import { sexWord } from './list-columns.tsx'
import { personWords } from './person-words.ts'

type Say = typeof personWords.vi

/** Who this is, what they hold, and the facts most rules ask about. */
export function PersonHeader({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  useEffect(() => {
    document.title = `${file.fullName} · Ngang Tầm`
  }, [file.fullName])
  return (
    <section className="card person">
      <div className="person-mark" aria-hidden>
        {initials(file.fullName)}
      </div>
      <div className="person-words">
        <div className="row">
          <h1>{file.fullName}</h1>
          {file.current?.managedByLabel ? (
            <span className="tag info">
              <IdcardOutlined aria-hidden />
              {file.current.managedByLabel}
            </span>
          ) : null}
          <span className="tag plain">
            {say.record} {file.recordNo}
          </span>
        </div>
        <Holding file={file} />
        <dl className="person-facts">
          {factsOf(file, say).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value ?? <span className="third">{say.notDeclared}</span>}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="no-print person-actions">
        <PrintPapers id={file.id} name={file.fullName} />
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {say.print}
        </Button>
      </div>
    </section>
  )
}

function Holding({ file }: { file: CadreFile }) {
  const say = useWords(personWords)
  if (!file.current) return <p className="second">{say.notServing}</p>
  return [file.current, ...file.concurrent].map((post, index) => (
    <p key={`${post.title} ${post.since}`}>
      <b>{post.title}</b>,{' '}
      <Link to="/to-chuc" search={{ 'don-vi': post.unitId }}>
        {post.unitName}
      </Link>
      {index > 0 ? ` (${say.concurrent})` : ''} {say.since} {day(post.since)}
      {post.termUntil ? `, ${say.termUntil} ${day(post.termUntil)}` : ''}
    </p>
  ))
}

function factsOf(file: CadreFile, say: Say): [string, ReactNode][] {
  const grade = file.grades.find(({ to }) => to === null)
  const both = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ') || null
  return [
    [
      say.born,
      file.born
        ? `${file.born} · ${file.age === null ? say.ageUnknown : `${count(file.age)} ${say.years}`}`
        : null,
    ],
    [say.sexEthnicity, both(file.sex ? sexWord(file.sex, say) : null, file.ethnicity)],
    [say.home, file.homePlace],
    [
      say.party,
      file.party?.joinedOn
        ? both(
            day(file.party.joinedOn),
            file.party.officialOn ? `${say.official} ${day(file.party.officialOn)}` : null,
          )
        : null,
    ],
    [
      say.grade,
      grade
        ? both(
            grade.label ?? grade.code,
            grade.step === null ? null : `${say.step} ${grade.step}`,
            grade.coefficient === null ? null : String(grade.coefficient).replace('.', ','),
          )
        : null,
    ],
    [say.retires, file.retirement ? retirementWords(file.retirement, say) : null],
    [say.recruited, file.firstRecruitedOn ? day(file.firstRecruitedOn) : null],
    [say.religion, file.religion],
    [say.birthPlace, file.birthPlace],
  ]
}

function retirementWords(
  { lastWorkingDay, age, clause }: NonNullable<CadreFile['retirement']>,
  say: Say,
): string {
  if (!age) return `${day(lastWorkingDay)} (${clause})`
  const months = age.months > 0 ? ` ${age.months} ${say.months}` : ''
  return `${day(lastWorkingDay)}, ${say.atAge} ${age.years} ${say.years}${months}`
}
