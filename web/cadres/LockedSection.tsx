import { LockOutlined } from '@ant-design/icons'
import { useWords } from '#web/lib/language.ts'
import type { RecordAnswer } from '#web/lib/shapes-of-record.ts'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { AskReason } from './AskReason.tsx'
import type { OpenedGroups } from './opened-groups.ts'
import { recordWords } from './record-words.ts'

interface Props {
  locked: RecordAnswer['restricted'][number]
  groups: OpenedGroups
}

/** Says that the facts are there, who may open them, and takes the reason. */
export function LockedSection({ locked, groups }: Props) {
  const say = useWords(recordWords)
  const { access, ask, label, columnGroup } = locked
  const says = { none: say.locked, granted: say.opensForReason, own: say.own }[access]
  const refused = groups.refused[columnGroup]
  return (
    <Card
      title={label}
      className="no-print"
      aside={
        <span className="tag plain">
          <LockOutlined aria-hidden /> {says}
        </span>
      }
    >
      <div className="card-body restricted">
        {ask ? (
          <p className="second">{ask}</p>
        ) : (
          <AskReason
            label={label}
            own={access === 'own'}
            busy={groups.busy === columnGroup}
            onOpen={(reason) => void groups.open(columnGroup, reason)}
          />
        )}
        {refused ? <Notice tone="stop">{refused}</Notice> : null}
      </div>
    </Card>
  )
}
