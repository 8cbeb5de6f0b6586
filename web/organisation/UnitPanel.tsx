import { Link } from '@tanstack/react-router'
import { MANAGED_BY } from '#server/organisation/code-lists.ts'
import { useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { count, day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import type { UnitFile } from '#web/lib/shapes-of-cadres.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { StateTag } from '#web/ui/StateTag.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { organisationWords } from './words.ts'

type Post = UnitFile['posts'][number]
const managedBy: Record<string, { label: string }> = MANAGED_BY

/** One unit opened: its numbers, its posts in order of rank, and who holds them. */
export function UnitPanel({ id }: { id: number }) {
  const { asOf } = useAsOf()
  const unit = useAnswer('GET /units/:id', { id, asOf })
  return (
    <section className="card unit-panel" aria-live="polite">
      <Answered answer={unit} rows={10}>
        {(file) => <UnitFacts file={file} />}
      </Answered>
    </section>
  )
}

function UnitFacts({ file }: { file: UnitFile }) {
  const say = useWords(organisationWords)
  const mayList = useMay('cadres.list')
  return (
    <>
      <div className="card-head">
        <div>
          <p className="small third">
            {file.path.slice(0, -1).map(({ id, name }) => (
              <span key={id}>
                <Link to="/to-chuc" search={(before) => ({ ...before, 'don-vi': id })}>
                  {name}
                </Link>
                {' / '}
              </span>
            ))}
          </p>
          <h2>{file.name}</h2>
        </div>
        {mayList ? (
          <div className="aside">
            <Link to="/ho-so" search={{ 'don-vi': file.id }}>
              {say.list}
            </Link>
          </div>
        ) : null}
      </div>
      <div className="unit-numbers">
        {(
          [
            [say.seats, file.seats],
            [say.filled, file.filled],
            [say.vacant, file.vacant],
            [say.people, file.people],
            [say.quota, file.quota],
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <b>{count(value)}</b>
            <span className="small second">{label}</span>
          </div>
        ))}
      </div>
      {file.filled === null ? <EmptyState says={say.hidden} /> : null}
      {file.posts.length === 0 ? <EmptyState says={say.noPosts} /> : <Posts posts={file.posts} />}
      {file.withoutPost.length > 0 ? (
        <div className="card-body">
          <h3>{say.without}</h3>
          <Holders holders={file.withoutPost} withTitle />
        </div>
      ) : null}
    </>
  )
}

function Posts({ posts }: { posts: Post[] }) {
  const say = useWords(organisationWords)
  return (
    <div className="table-box">
      <table>
        <caption className="unseen">{say.posts}</caption>
        <thead>
          <tr>
            <th scope="col">{say.post}</th>
            <th scope="col">{say.holders}</th>
            <th scope="col" className="right">
              {say.filled}
            </th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <td>
                <b>{post.name}</b>
                <br />
                <span className="small third">{postSays(post, say)}</span>
              </td>
              <td>
                <Holders holders={post.holders} />
                {post.vacant ? (
                  <StateTag tone="not_met">
                    {count(post.vacant)} {say.vacantSeats}
                  </StateTag>
                ) : null}
              </td>
              <td className="right nowrap">
                {count(post.filled)} / {count(post.seats)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function postSays(post: Post, say: typeof organisationWords.vi): string {
  return [
    post.managedBy ? managedBy[post.managedBy]?.label : post.rankLabel,
    post.isKey ? say.key : '',
    post.managedBy === 'standing_committee' && !post.inFrame ? say.outsideFrame : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

interface HoldersProps {
  holders: Post['holders']
  withTitle?: boolean
}

function Holders({ holders, withTitle }: HoldersProps) {
  const say = useWords(organisationWords)
  const how = { main: '', concurrent: say.concurrent, acting: say.acting }
  return (
    <ul>
      {holders.map((holder) => (
        <li key={`${holder.cadreId} ${holder.since}`}>
          <Link to="/ho-so/$id" params={{ id: String(holder.cadreId) }}>
            {holder.name}
          </Link>{' '}
          <span className="small third">
            {[
              withTitle ? holder.title : '',
              how[holder.holding],
              `${say.since} ${day(holder.since)}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
