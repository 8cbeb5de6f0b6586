import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { RecordScore } from '#web/cadres/RecordScore.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { provinceName } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import { Card } from '#web/ui/Card.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { AgePyramid } from './AgePyramid.tsx'
import { Completeness } from './Completeness.tsx'
import { DueList } from './DueList.tsx'
import { Frame } from './Frame.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { TargetsAtAGlance } from './TargetsAtAGlance.tsx'
import { overviewWords } from './words.ts'

/** The province at a glance: where it stands, what is worst, who is there, what is due. */
export function OverviewPage() {
  const say = useWords(overviewWords)
  const { asOf } = useAsOf()
  const { province, sees } = useMe()
  const overview = useAnswer('GET /overview', { asOf })
  const says = [
    say.counted,
    sees === 'province' ? '' : say.inScope,
    province.demonstration ? say.demonstration : '',
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={`${say.title} ${provinceName(province.name).replace(/^T/, 't')}`}
        says={says.join(' · ')}
        actions={
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {say.print}
          </Button>
        }
      />
      <Card className="key-figures">
        <Answered answer={overview} rows={2}>
          {(shown) => <KeyFigures shown={shown} />}
        </Answered>
      </Card>
      <div className="columns wide-right">
        <div className="stackup">
          <TargetsAtAGlance />
          <Card title={say.frame}>
            <Answered answer={overview} rows={8}>
              {(shown) => <Frame frame={shown.frame} />}
            </Answered>
          </Card>
          <Card title={say.complete} aside={<RecordScore />}>
            <Answered answer={overview} rows={8}>
              {(shown) => <Completeness rows={shown.completeness} />}
            </Answered>
          </Card>
        </div>
        <div className="stackup">
          <section className="card">
            <Answered answer={overview} rows={14}>
              {(shown) => <AgePyramid shown={shown} />}
            </Answered>
            <DueList />
          </section>
        </div>
      </div>
      <p className="page-foot">
        <span>{say.foot}</span>
      </p>
    </>
  )
}
