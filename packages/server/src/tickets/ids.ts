/** Which ticket. */
export type Ids = { readonly accountId: string; readonly ticketId: string };
