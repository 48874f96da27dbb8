import { type AnchorHTMLAttributes, createContext, type ReactElement, use } from 'react';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string;
  readonly ref?: React.Ref<HTMLAnchorElement>;
};

/** How a link is made; the shell puts the router's in, and the parts in ui/ need not know it. */
export const LinkContext = createContext<(props: LinkProps) => ReactElement>((props) => <a {...props} />);

/** A link inside the application: middle click, copy and preview work as with any link. */
export function Link(props: LinkProps) {
  return use(LinkContext)(props);
}
