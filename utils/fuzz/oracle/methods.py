#===- methods.py - Methods of the slice ------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
from .lexer import RErr, SynErr
from .library import Library
from .values import *

class Methods(Library):
    def slice_method(s,n,v,root,pa):
        m=n[3];p=n[1]
        R=lambda t: RErr('Runtime error: '+t,p)
        k=kind(v)
        def na(c):
            if len(pa)!=c: raise R(f"Method '{m}' expects {c} argument{'' if c==1 else 's'}, got {len(pa)}")
        if m=='to_string': na(0); return catstr(v)
        if m=='clone': return cp(v)
        if k=='array':
            if m in('len','length'): return len(v)
            if m=='is_empty': return not v
            if m=='push':
                na(1)
                if root is None: return v+[pa[0]]
                v.append(cp(pa[0])); return None
            if m=='pop':
                return v.pop() if v else None
            if m=='insert':
                na(2); i=pa[0]; j=i+len(v) if i<0 else i
                if not 0<=j<=len(v): raise R(f'Index {i} out of bounds for array of length {len(v)}')
                if root is None: return v[:j]+[pa[1]]+v[j:]
                v.insert(j,cp(pa[1])); return None
            if m=='remove': na(1); return v.pop(s.norm(v,pa[0],p))
            if m=='clear':
                na(0)
                if root is None: return []
                v.clear(); return None
            def key(x): return (0,x,b'') if num(x) else (1,0,x.encode()) if isinstance(x,str) else bad_sort()
            def bad_sort(): raise SynErr('sort of other kinds')
            if m in('sort','reverse'):
                na(0)
                r=sorted(v,key=key) if m=='sort' else v[::-1]
                if id(n) in s.stm and root is not None: v[:]=r
                return cp(r)
            if m=='rev': return cp(v[::-1])
            if m=='sorted': return sorted(v,key=key)
            if m=='take': return cp(v[:max(0,pa[0])])
            if m=='skip': return cp(v[max(0,pa[0]):])
            if m=='truncate':
                if root is None: return v[:max(0,pa[0])]
                del v[max(0,pa[0]):]; return None
            if m=='index_of':
                for i,x in enumerate(v):
                    if eq(x,pa[0]): return i
                return None
            if m=='get': return cp(v[pa[0]]) if 0<=pa[0]<len(v) else None
            if m in('min','max'):
                if not v: return None
                if not all(num(x) for x in v): raise R(f'{m}() expects two numbers')
                return (min if m=='min' else max)(v)
            if m=='extend':
                if root is None: return v+cp(pa[0])
                v.extend(cp(pa[0])); return None
            if m in('concat','append'): return v+cp(pa[0])
            if m=='first': return cp(v[0]) if v else None
            if m=='last': return cp(v[-1]) if v else None
            if m=='contains': na(1); return any(eq(x,pa[0]) for x in v)
            if m=='join': return pa[0].join(D(x) for x in v)
            raise R(f'Unknown array method: {m}')
        if k=='string':
            if m in('len','length'): return len(v.encode())
            if m in('to_upper','to_uppercase','upper'): return v.upper()
            if m in('to_lower','to_lowercase','lower'): return v.lower()
            if m=='trim': return v.strip()
            if m=='trim_start': return v.lstrip()
            if m=='trim_end': return v.rstrip()
            if m=='is_empty': return v==''
            if m=='contains': na(1); return pa[0] in v
            if m=='starts_with': return v.startswith(pa[0])
            if m=='ends_with': return v.endswith(pa[0])
            if m=='split':
                if pa[0]=='': return ['']+list(v)+['']
                return v.split(pa[0])
            if m=='replace': return v.replace(pa[0],pa[1])
            if m=='repeat': return v*max(0,pa[0])
            if m=='chars': return list(v)
            if m=='lines':
                l=v.split('\n')
                if l and l[-1]=='': l.pop()
                return [x[:-1] if x.endswith('\r') else x for x in l]
            if m=='first': return v[0] if v else None
            if m=='last': return v[-1] if v else None
            if m in('reverse','rev'): return v[::-1]
            if m=='count': return len(v) if not pa else v.count(pa[0])
            if m in('find','index_of'): return v.find(pa[0]) if pa[0] in v else None
            if m in('substring','slice'): return v[max(0,pa[0]):max(0,pa[1])]
            if m=='char_at': return v[pa[0]] if 0<=pa[0]<len(v) else None
            if m=='split_whitespace': return v.split()
            if m in('bytes','as_bytes'): return list(v.encode())
            if m=='pad_left': return pa[1]*(pa[0]-len(v))+v
            if m=='pad_right': return v+pa[1]*(pa[0]-len(v))
            raise R(f'Unknown string method: {m}')
        if isint(v):
            if m=='abs': return fit(abs(v),'absolute value',p)
            if m=='pow':
                r=v**pa[0]; return fit(r,'power',p)
            if m=='sqrt': return math.sqrt(v) if v>=0 else math.nan
        if k=='float':
            if m=='sqrt': return math.sqrt(v) if v>=0 else math.nan
            if m=='abs': return abs(v)
            if m=='round': return s.rnd(v)
            if m in('floor','ceil'):
                r=v if math.isinf(v) or v!=v or abs(v)>=2**52 else float(getattr(math,m)(v)); return math.copysign(r,v) if r==0 else r
        raise R(f"Method '{m}' not found for type {k}")
