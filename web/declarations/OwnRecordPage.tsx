import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDictionary } from '#web/cadres/dictionary.ts'
import type { Changing } from '#web/cadres/FactDrawer.tsx'
import { LockedSection } from '#web/cadres/LockedSection.tsx'
import { useOpenedGroups } from '#web/cadres/opened-groups.ts'
import { SectionCard } from '#web/cadres/SectionCard.tsx'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { useMe } from '#web/lib/session.ts'
import type { Dictionary, RecordAnswer, SectionInfo } from '#web/lib/shapes-of-record.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { DeclareDrawer } from './DeclareDrawer.tsx'
import { DraftCard } from './DraftCard.tsx'
import { useDraft } from './draft.ts'
import { RoundCard } from './RoundCard.tsx'
import { SentDeclarations } from './SentDeclarations.tsx'
import { declarationWords } from './words.ts'

/** The record of the person at the keyboard: what it says today, what is declared, what became of it. */
export function OwnRecordPage() {
  const say = useWords(declarationWords)
  const { cadreId } = useMe()
  return (
    <>
      <PageHeader
        crumbs={[say.own]}
        title={say.own}
        says={
          <>
            {say.ownSays}{' '}
            {cadreId === null ? null : (
              <Link to="/ho-so/$id" params={{ id: String(cadreId) }}>
                {say.whole}
              </Link>
            )}
          </>
        }
      />
      {cadreId === null ? <EmptyState says={say.noRecord} /> : <Own id={cadreId} />}
    </>
  )
}

function Own({ id }: { id: number }) {
  const dictionary = useDictionary()
  // What is declared compares with the record of today, whatever date the figures are counted at.
  const record = useAnswer('GET /cadres/:id/record', { id })
  return (
    <Answered answer={dictionary}>
      {(known) => (
        <Answered answer={record}>
          {(shown) => <Declaring id={id} dictionary={known} record={shown} />}
        </Answered>
      )}
    </Answered>
  )
}

interface Props {
  id: number
  dictionary: Dictionary
  record: RecordAnswer
}

function Declaring({ id, dictionary, record }: Props) {
  const draft = useDraft()
  const groups = useOpenedGroups(id)
  const rounds = useAnswer('GET /supplements', {})
  const [group, setGroup] = useState<string>()
  const [changing, setChanging] = useState<Changing>()
  const round = rounds.data?.rounds.find(({ closedOn }) => closedOn === null)
  const sectionFor = (code: string) => dictionary.sections.find((one) => one.code === code)
  const again = (code: string, rowId: number | null) => {
    const section = sectionFor(code)
    if (!section) return
    const behind = section.restricted ? groups.opened[section.restricted]?.sections : undefined
    const facts = (behind ?? record.sections).find((one) => one.section === code)?.facts
    const fact = facts?.find((one) => one.id === rowId)
    if (fact) setChanging({ act: 'correct', section, fact })
    else if (rowId === null) setChanging({ act: 'add', section })
    else setGroup(section.group)
  }
  return (
    <div className="stackup">
      {round ? <RoundCard round={round} /> : null}
      <DraftCard dictionary={dictionary} draft={draft} roundId={round?.id} />
      <SentDeclarations id={id} onAgain={again} />
      <OwnSections
        {...{ id, dictionary, record, groups, group, setGroup }}
        onDeclare={setChanging}
      />
      <DeclareDrawer
        cadreId={id}
        lists={dictionary.lists}
        changing={changing}
        onClose={() => setChanging(undefined)}
        onDrafted={draft.add}
      />
    </div>
  )
}

interface SectionsProps extends Props {
  groups: ReturnType<typeof useOpenedGroups>
  group: string | undefined
  setGroup(group: string): void
  onDeclare(changing: Changing): void
}

function OwnSections(props: SectionsProps) {
  const { dictionary, group, setGroup } = props
  const say = useWords(declarationWords)
  const chosen = group ?? dictionary.groups[0]?.code
  return (
    <>
      <nav className="parts" aria-label={say.sections}>
        {dictionary.groups.map(({ code, label }) => (
          <button
            key={code}
            type="button"
            className={code === chosen ? 'chosen' : ''}
            aria-pressed={code === chosen}
            onClick={() => setGroup(code)}
          >
            {label}
          </button>
        ))}
      </nav>
      {dictionary.sections
        .filter((section) => section.group === chosen)
        .map((section) => (
          <OwnSection key={section.code} {...props} section={section} />
        ))}
    </>
  )
}

function OwnSection({
  id,
  record,
  groups,
  section,
  onDeclare,
}: SectionsProps & { section: SectionInfo }) {
  const locked = record.restricted.find((one) => one.section === section.code)
  const behind = locked ? groups.opened[locked.columnGroup] : undefined
  if (locked && !behind) return <LockedSection {...{ locked, groups }} />
  const shown = behind?.sections ?? record.sections
  return (
    <SectionCard
      cadreId={id}
      section={section}
      facts={shown.find((one) => one.section === section.code)?.facts ?? []}
      {...(section.declared && {
        onAct: (act, fact) => onDeclare({ act, section, ...(fact && { fact }) }),
      })}
    />
  )
}
