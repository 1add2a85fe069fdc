// The searches are all inline; this file makes a target of them.
#include "bytes.h"
