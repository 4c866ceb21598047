import { CheckCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { bothOf } from '../draft/words.ts'
import { server } from '../server.ts'
import { useWords } from '../words.ts'

/** Plan → design → build and test → launch: each done or not by what the shop really has. */
export function Guidance({ shopKey }: { readonly shopKey: string }) {
  const { t } = useWords()
  const problems = useDraftState((state) => state.problems.length)
  const isPlanned = useDraftState(
    ({ document }) =>
      bothOf(valueAt(document, '/brief/why')).zh !== '' && bothOf(valueAt(document, '/brief/forWhom')).zh !== '',
  )
  const canLaunch = useDraftState(
    ({ document }) =>
      typeof valueAt(document, '/publish/appid') === 'string' &&
      typeof valueAt(document, '/publish/apiBase') === 'string',
  )
  const { data: versions } = useQuery({ queryKey: ['versions', shopKey], queryFn: () => server.versions(shopKey) })
  const isBuilt = (versions?.length ?? 0) > 0
  const stages = [
    { name: 'plan', isDone: isPlanned, text: t('editor.stage.planText'), to: 'brief' },
    {
      name: 'design',
      isDone: problems === 0,
      text: problems === 0 ? t('editor.stage.designDone') : t('editor.stage.designText', { count: problems }),
      to: 'services',
    },
    { name: 'build', isDone: isBuilt, text: t('editor.stage.buildText'), to: null },
    { name: 'launch', isDone: isBuilt && canLaunch, text: t('editor.stage.launchText'), to: 'publish' },
  ] as const
  const next = stages.find((stage) => !stage.isDone)?.name
  return (
    <ol className="stages" aria-label={t('editor.stage.title')} data-testid="guidance">
      {stages.map(({ name, isDone, text, to }, index) => {
        const body = (
          <>
            <span className="stage-mark" aria-hidden="true">
              {isDone ? <CheckCircleFilled /> : index + 1}
            </span>
            <span className="stage-words">
              <strong>{t(`editor.stage.${name}`)}</strong>
              <span className="quiet">{isDone ? t('editor.stage.done') : text}</span>
            </span>
          </>
        )
        const look = isDone ? 'stage done' : name === next ? 'stage next' : 'stage'
        return (
          <li key={name} className={look} data-testid={`stage-${name}`} data-done={isDone}>
            {to === null ? (
              <span className="stage-body">{body}</span>
            ) : (
              <Link to={`/shops/${shopKey}/${to}`} className="stage-body">
                {body}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}
