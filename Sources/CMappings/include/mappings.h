// The mapping files of Mappings/, as bytes of the program.
#pragma once

struct embedded_mapping {
  const char *name;
  const unsigned char *bytes;
  unsigned long count;
};

// The mapping file at an index; its name is null behind the last one.
struct embedded_mapping embedded_mapping_at(unsigned long index);
