/** The door of identity: who signs in, and as whom they act. */
export { loadVisitor } from './visitor-views.ts';
