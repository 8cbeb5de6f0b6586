import type { Output } from '#web/lib/api.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Card } from '#web/ui/Card.tsx'
import { ClauseChip } from '#web/ui/ClauseChip.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { resultWords } from './result-words.ts'

type Settings = Output<'GET /evaluation-cycles/settings'>

/** What no text settles, as the province has it that day, each with its clause. */
export function Parameters({ parameters }: Pick<Settings, 'parameters'>) {
  const say = useWords(resultWords)
  return (
    <Card title={say.parameters}>
      <ScrollBox label={say.parameters}>
        <table style={{ minWidth: 600 }}>
          <thead>
            <tr>
              {[say.parameter, say.value, say.cite].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ name, label, value, cite, since, note }) => (
              <tr key={name}>
                <td>
                  {label}
                  {note ? <div className="small second">{note}</div> : null}
                </td>
                <td>{inWords(value, note)}</td>
                <td>
                  <ClauseChip parameter cite={cite} version={`${say.since} ${day(since)}`}>
                    {cite}
                  </ClauseChip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  )
}

/** The note of a parameter says in words what its codes mean: "down: bỏ phần lẻ; up: tròn lên". */
const inWords = (value: string, note: string | null): string => {
  const said = /^[a-z_0-9]*[a-z][a-z_0-9]*$/.test(value)
    ? new RegExp(`(?:^|[\\s,;.])${value}: ([^;.]+)`).exec(note ?? '')
    : null
  return said?.[1] ?? value
}
