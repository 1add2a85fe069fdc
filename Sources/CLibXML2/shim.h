// What of libxml2 is used: the parser that is fed, and the handlers that keep declared entities.
#pragma once

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

// The error of the last call; Swift does not see a macro.
static inline int last_error(void) { return errno; }
