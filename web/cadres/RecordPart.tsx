import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Recusals } from '#web/authority/Recusals.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay, useMe } from '#web/lib/session.ts'
import type { Dictionary, RecordAnswer, SectionInfo } from '#web/lib/shapes-of-record.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { useDictionary } from './dictionary.ts'
import { type Changing, FactDrawer } from './FactDrawer.tsx'
import { LockedSection } from './LockedSection.tsx'
import type { OpenedGroups } from './opened-groups.ts'
import { recordWords } from './record-words.ts'
import { SectionCard } from './SectionCard.tsx'

interface Props {
  id: number
  group: string
  groups: OpenedGroups
}

/** The sections of one group of the dictionary, open and locked, in its order. */
export function RecordPart(props: Props) {
  const { asOf } = useAsOf()
  const dictionary = useDictionary()
  const record = useAnswer('GET /cadres/:id/record', { id: props.id, asOf })
  return (
    <Answered answer={dictionary}>
      {(known) => (
        <Answered answer={record}>
          {(shown) => <Sections {...props} dictionary={known} record={shown} />}
        </Answered>
      )}
    </Answered>
  )
}

interface SectionsProps extends Props {
  dictionary: Dictionary
  record: RecordAnswer
}

function Sections({ id, group, groups, dictionary, record }: SectionsProps) {
  const { cadreId } = useMe()
  const mayEdit = useMay('cadres.correct_fact') && cadreId !== id
  const [changing, setChanging] = useState<Changing>()
  const saved = () => {
    const restricted = changing?.section.restricted
    if (restricted) void groups.again(restricted)
  }
  const cardOf = (section: SectionInfo) => {
    const locked = record.restricted.find((one) => one.section === section.code)
    const behind = locked ? groups.opened[locked.columnGroup] : undefined
    if (locked && !behind) return <LockedSection key={section.code} {...{ locked, groups }} />
    const shown = behind?.sections ?? record.sections
    return (
      <SectionCard
        key={section.code}
        cadreId={id}
        section={section}
        facts={shown.find((one) => one.section === section.code)?.facts ?? []}
        {...(behind && { reason: behind.reason })}
        {...(mayEdit &&
          locked?.access !== 'own' && {
            onAct: (act, fact) => setChanging({ act, section, ...(fact && { fact }) }),
          })}
        onChanged={() => section.restricted && void groups.again(section.restricted)}
        aside={
          locked ? <CloseButton onClose={() => groups.close(locked.columnGroup)} /> : undefined
        }
      >
        {section.code === 'relatives' && behind ? (
          <Recusals id={id} reason={behind.reason} />
        ) : null}
      </SectionCard>
    )
  }
  return (
    <div className="stackup">
      {dictionary.sections.filter((section) => section.group === group).map(cardOf)}
      <FactDrawer
        cadreId={id}
        lists={dictionary.lists}
        changing={changing}
        onClose={() => setChanging(undefined)}
        onSaved={saved}
      />
    </div>
  )
}

function CloseButton({ onClose }: { onClose(): void }) {
  const say = useWords(recordWords)
  return (
    <Button size="small" icon={<LockOutlined aria-hidden />} onClick={onClose}>
      {say.close}
    </Button>
  )
}
