#include "allocator.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void allocator_share(void) {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

void allocator_give_back(void) {
#if defined(__GLIBC__)
  malloc_trim(1 << 20);
#endif
}
