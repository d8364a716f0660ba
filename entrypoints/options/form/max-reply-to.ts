/** Reply addresses an account may have; `profileSchema` holds the same bound. */
export const maxReplyTo = 10;
