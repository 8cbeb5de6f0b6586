import { Button } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import type { ImportPreview } from '#web/lib/shapes-of-imports.ts'
import { Card } from '#web/ui/Card.tsx'
import { ScrollBox } from '#web/ui/ScrollBox.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { qualityWords } from './quality-words.ts'
import type { Import } from './use-import.ts'

interface Props {
  work: Import
  found: NonNullable<ImportPreview['oldText']>
}

/** Text typed before Unicode beside what it becomes; nothing is written before a word. */
export function OldText({ work, found }: Props) {
  const say = useWords(qualityWords)
  return (
    <div className="spaced">
      <Card
        title={say.oldText}
        aside={
          found.confirmed ? (
            <StateTag tone="met">{say.converted}</StateTag>
          ) : (
            <StateTag tone="stop">{say.waits}</StateTag>
          )
        }
      >
        <p className="card-body">
          <b>
            {count(found.cells)} {say.cells}
          </b>{' '}
          {say.typedIn} {found.label}. {found.confirmed ? '' : say.oldTextSays}
        </p>
        <ScrollBox label={say.oldText}>
          <table className="listing">
            <thead>
              <tr>
                <th scope="col">{say.cell}</th>
                <th scope="col">{say.inFile}</th>
                <th scope="col">{say.after}</th>
              </tr>
            </thead>
            <tbody>
              {found.samples.map(({ sheet, cell, raw, converted }) => (
                <tr key={`${sheet}!${cell}`}>
                  <td>
                    {sheet}!{cell}
                  </td>
                  <td>{raw}</td>
                  <td>
                    <b>{converted}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        {found.confirmed ? null : (
          <div className="row card-body">
            <Button type="primary" onClick={() => work.change({ oldText: found.code })}>
              {say.convert}
            </Button>
            <Button onClick={() => work.change({ oldText: 'none' })}>{say.leaveText}</Button>
          </div>
        )}
      </Card>
    </div>
  )
}
