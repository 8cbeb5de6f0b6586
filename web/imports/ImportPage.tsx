import { Button } from 'antd'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Aliases } from './Aliases.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { Done } from './Done.tsx'
import { PastImports } from './PastImports.tsx'
import { Review } from './Review.tsx'
import { Steps } from './Steps.tsx'
import { useImport } from './use-import.ts'
import { importWords } from './words.ts'

/** A list an office keeps, from its file into the records: seen cell by cell before it is written. */
export function ImportPage() {
  const say = useWords(importWords)
  const work = useImport()
  const { file, preview, outcome, refused } = work
  const says = preview
    ? [
        file?.name,
        `${count(preview.tables.filter(({ read }) => read).length)} ${say.readTables}, ${count(preview.counts.read)} ${say.rows}`,
        outcome ? '' : say.nothingWritten,
      ]
        .filter(Boolean)
        .join(' · ')
    : say.says
  return (
    <>
      <PageHeader
        crumbs={[say.title]}
        title={say.title}
        says={says}
        actions={file ? <Button onClick={work.leave}>{say.other}</Button> : null}
      />
      <Steps work={work} />
      {refused ? (
        <div className="spaced">
          <Notice tone="stop">{refused}</Notice>
        </div>
      ) : null}
      {outcome ? <Done outcome={outcome} onAgain={work.leave} /> : null}
      {preview && !outcome ? <Review work={work} preview={preview} /> : null}
      {file && !refused ? null : <ChooseFile onFile={work.open} />}
      {preview && !outcome ? null : (
        <>
          <PastImports />
          <Aliases />
        </>
      )}
    </>
  )
}
