import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAnswer, useCommand } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useTell } from '#web/lib/use-tell.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { learningWords } from './learning-words.ts'

/** Who did not come, by name; whoever was there after all is ticked and written down. */
export function Missing({
  briefing: id,
  unitId,
  may,
}: {
  briefing: number
  unitId: number
  may: boolean
}) {
  const say = useWords(learningWords)
  const tell = useTell()
  const missing = useAnswer('GET /briefings/:id/missing', { id, unitId })
  const mark = useCommand('POST /briefings/:id/attendance')
  const [chosen, setChosen] = useState<number[]>([])
  const options = (missing.data?.rows ?? []).map(({ cadreId, name, title }) => ({
    value: cadreId,
    label: [name, title].filter(Boolean).join(', '),
  }))
  return (
    <Answered answer={missing} rows={3}>
      {({ rows }) => {
        if (rows.length === 0) return <p className="second">{say.everybody}</p>
        if (!may)
          return (
            <ul>
              {options.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ul>
          )
        return (
          <div style={{ marginTop: 6 }}>
            <Checkbox.Group
              value={chosen}
              onChange={setChosen}
              options={options}
              style={{ flexDirection: 'column' }}
            />
            <Button
              size="small"
              style={{ marginTop: 6 }}
              disabled={chosen.length === 0}
              loading={mark.isPending}
              onClick={() =>
                mark.mutate(
                  { id, cadreIds: chosen },
                  tell(say.saved, say.mark, () => setChosen([])),
                )
              }
            >
              {say.mark} ({count(chosen.length)})
            </Button>
          </div>
        )
      }}
    </Answered>
  )
}
