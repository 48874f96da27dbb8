/** The door of holidays: descriptions as they are read from files and texts, with the public holidays they ask for. */
export { openDescription } from './open-description.ts';
export { readDescriptionFile } from './read-description-file.ts';
export { holidayLists, readDescriptionText } from './read-description-text.ts';
