/** What a mail says, without any markup. Texts are plain; a line end in a paragraph stays one. */
export type MailContent = {
  /** Who writes: the provider's name, at the head of the mail. */
  readonly sender: string;
  /** What happened, as a sentence. */
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Figures and names to look up, such as the account and when something is due. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  /** Several things that happened, each with its page: in few words, and beside them what is quieter. */
  readonly items?: readonly { readonly title: string; readonly detail: string; readonly url: string }[];
  /** The one thing to do next. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Why this person gets this mail, as a sentence. */
  readonly reason: string;
  /** Where they choose what they get. */
  readonly preferences?: { readonly label: string; readonly url: string };
  /** BCP 47, `en` by default: how the mail is read out, and from which side. */
  readonly language?: string;
};
