/** The door of holidays: descriptions as they are read at the command line, with the public holidays they ask for. */
export { openDescription } from './open-description.ts';
export { readDescriptionFile } from './read-description-file.ts';
