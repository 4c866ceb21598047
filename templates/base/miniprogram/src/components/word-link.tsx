import { Text } from '@tarojs/components'
import { useShownId } from './shown'
import { webProps } from './tap'
import './word-link.css'

interface WordLinkProps {
  readonly id: string
  readonly onTap: () => unknown
  /** Its words. */
  readonly children: string
}

/** A link within a sentence: its words wrap with the others, and it can be hit and reached as any other. */
export const WordLink = ({ id, onTap, children }: WordLinkProps) => (
  <Text {...useShownId(id)} className="link word-link" onClick={onTap} {...webProps({ role: 'link', onTap })}>
    {children}
  </Text>
)
