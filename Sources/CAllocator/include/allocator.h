// How the C library keeps memory that is free.
#pragma once

// Lets all threads share what is free, and has pieces of a MiB and more given back at once.
void allocator_share(void);

// Gives back what is free already.
void allocator_give_back(void);
