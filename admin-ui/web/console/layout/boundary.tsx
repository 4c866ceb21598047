import { Alert, Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { translate } from '../words.ts'

/** A page that breaks, or whose files a new release has replaced, leaves the rest standing and offers to load again. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <Alert
        type="error"
        showIcon
        title={translate('failed')}
        action={
          <Button size="small" onClick={() => location.reload()}>
            {translate('reload')}
          </Button>
        }
      />
    )
  }
}
