import { Button, type ButtonProps } from 'antd'
import { addressOf, useGo } from '../go.tsx'

/** A button that leads to a page of this workspace; it is a link, and behaves like one. */
export function PageButton({
  page,
  ...rest
}: Omit<ButtonProps, 'href' | 'onClick'> & { page: string }) {
  const go = useGo()
  return (
    <Button
      {...rest}
      href={addressOf(page)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        go(page)
      }}
    />
  )
}
