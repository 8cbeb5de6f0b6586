import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { type Output, type Input as Sent, useAnswer, useCommand } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { staffingWords } from './staffing-words.ts'

type Content = Output<'GET /workforce-reviews'>['rows'][number]['content']

/** The workforce of an agency now, and what earlier reviews froze. */
export function Reviews() {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const { 'don-vi': unitId } = useSearch({ from: '/inside/bien-che' })
  const navigate = useNavigate({ from: '/bien-che' })
  const agencies = useAnswer('GET /standing', { asOf })
  const answer = useAnswer('GET /workforce-reviews', { asOf, ...(unitId ? { unitId } : {}) })
  const mayClose = useMay('cadres.review_workforce')
  return (
    <Card title={say.reviews}>
      <div className="filters no-print">
        <Select
          aria-label={say.unit}
          placeholder={say.unit}
          value={unitId ?? null}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 300, maxWidth: '100%' }}
          options={agencies.data?.rows.map((row) => ({ value: row.unitId, label: row.unit }))}
          onChange={(id: number | null) =>
            navigate({
              search: (before) => ({ ...before, 'don-vi': id ?? undefined }),
              replace: true,
            })
          }
        />
      </div>
      <Answered answer={answer} rows={8}>
        {({ now, rows }) => (
          <>
            {now ? (
              <div className="card-body">
                <h3>
                  {say.now}: {now.unit}
                </h3>
                <Counts content={now.content} />
                {mayClose ? <CloseForm key={now.unitId} unitId={now.unitId} /> : null}
              </div>
            ) : (
              <EmptyState says={say.chooseUnit} />
            )}
            <div className="card-body">
              <h3>{say.closed}</h3>
              {rows.length === 0 ? <p className="second">{say.noReviews}</p> : null}
              {rows.map((row) => (
                <section key={row.id} style={{ marginTop: 12 }}>
                  <b>
                    {row.unit} · {row.reportNo}
                  </b>
                  <p className="small second">
                    {say.period} {day(row.from)} – {day(row.to)} · {say.asOf} {day(row.asOf)} ·{' '}
                    {row.reviewedBy} · {row.conclusion}
                  </p>
                  <Counts content={row.content} />
                </section>
              ))}
            </div>
          </>
        )}
      </Answered>
    </Card>
  )
}

function Counts({ content: c }: { content: Content }) {
  const say = useWords(staffingWords)
  const bands = [c.under30, c.from30, c.from40, c.from50].map((band) => count(band)).join(' / ')
  const lines = [
    [say.people, count(c.people)],
    [say.female, count(c.female)],
    [say.ages, bands],
    [say.ageUnknown, count(c.ageUnknown)],
    [say.meets, count(c.meets)],
    [say.lacks_paper, count(c.lacksPaper)],
    [say.does_not, count(c.doesNot)],
    [say.no_standard, count(c.noStandard)],
    [say.succession, `${count(c.postsWithSuccessor)} / ${count(c.leaderPosts)}`],
  ]
  return (
    <table>
      <tbody>
        {lines.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="right nowrap">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CloseForm({ unitId }: { unitId: number }) {
  const say = useWords(staffingWords)
  const { asOf } = useAsOf()
  const tell = useTell()
  const close = useCommand('POST /workforce-reviews')
  const required = { required: true, message: say.required }
  const year = asOf.slice(0, 4)
  const save = (fields: Omit<Sent<'POST /workforce-reviews'>, 'unitId' | 'asOf'>) =>
    close.mutate({ unitId, asOf, ...fields }, tell(say.saved, say.closeReview))
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  return (
    <Form name="review" layout="vertical" onFinish={save} initialValues={days}>
      <h3 style={{ marginTop: 16 }}>{say.closeReview}</h3>
      <div className="plan-pair">
        <Form.Item name="from" label={say.periodFrom} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="to" label={say.periodTo} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="reportNo" label={say.reportNo} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="reviewedBy" label={say.reviewedBy} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="conclusion" label={say.conclusion} rules={[required]}>
          <Input />
        </Form.Item>
      </div>
      <Button htmlType="submit" loading={close.isPending}>
        {say.closeReview}
      </Button>
    </Form>
  )
}
