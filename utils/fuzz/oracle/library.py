#===- library.py - Builtin functions and macros ----------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
from .core import Core
from .lexer import RErr, SynErr
from .values import *

class Library(Core):
    def format(s,f,args,e,keepmissing):
        i=[0]
        named={k:v for k,v in args if k}
        pos=[v for k,v in args if not k]
        def rep(m):
            if m.group()=='{{': return '{'
            if m.group()=='}}': return '}'
            w,sp=m.group(1),m.group(2)
            if w is None:
                if i[0]>=len(pos):
                    return m.group()
                v=pos[i[0]]; i[0]+=1
            elif w.isdigit(): v=pos[int(w)]
            else: v=named[w] if w in named else s.lookup(('var',(0,0),w),e)
            return fmt(v,sp)
        return PH.sub(rep,f)
    def text(s,pa,lit,e):
        if not pa: return ''
        f=pa[0]
        if len(pa)>1 and isinstance(f,str) and lit=='str' and hasph(f): return s.format(f,[(None,v) for v in pa[1:]],e,True)
        if len(pa)>1 and isinstance(f,str) and lit!='fstr' and lit!='str' and '{}' in f:
            for v in pa[1:]: f=f.replace('{}',D(v),1)
            return f
        return ' '.join(D(v) for v in pa)
    def need(s,n,pa,k,p):
        if len(pa)!=k: raise RErr(f'Runtime error: {n}() expects exactly {k} argument{"" if k==1 else "s"}, got {len(pa)}',p)
    def builtin(s,name,pa,n,p):
        R=lambda t: RErr('Runtime error: '+t,p)
        lit=n[3][0][1][0] if n[3] else None
        if name in('println','print','eprintln','eprint'):
            (s.err if name[0]=='e' else s.out).append(s.text(pa,lit,s.curenv(n))+('\n' if name.endswith('ln') else '')); return None
        if name=='assert':
            if not truthy(pa[0]): raise RErr('Assertion failed'+(': '+D(pa[1]) if len(pa)>1 else ''),p)
            return None
        if name=='assert_eq':
            if not eq(pa[0],pa[1]): raise RErr('Assertion failed: '+(D(pa[2]) if len(pa)>2 else f'expected {Dbg(pa[0])}, got {Dbg(pa[1])}'),p)
            return None
        if name=='panic': raise R('panic: '+D(pa[0]))
        if name=='range':
            if not 1<=len(pa)<=3: raise R('range() expects 1, 2, or 3 arguments')
            if not all(map(isint,pa)): raise R('range() expects integer arguments')
            if len(pa)==3 and pa[2]==0: raise R('range() step cannot be zero')
            return list(range(*pa))
        if name in('min','max'):
            if len(pa)==1 and isinstance(pa[0],list): pa=pa[0]
            if len(pa)<2 or not all(map(num,pa)): raise R(f'{name}() expects two numbers')
            r=(min if name=='min' else max)(pa)
            return float(r) if any(isinstance(x,float) for x in pa) else r
        if name=='pow':
            s.need(name,pa,2,p); a,b=pa
            if not num(a) or not num(b): raise R('pow() expects two numbers')
            r=binop('**',a,b,p)
            if isint(a) and isint(b) and b>=0 and not isint(r): raise R('Integer overflow in power')
            return r
        s.need(name,pa,1,p); v=pa[0];k=kind(v)
        if name=='len':
            if k=='string': return len(v.encode())
            if k=='array': return len(v)
            if k=='range': return len(v.py())
            raise R(f'len() does not support type: {k}')
        if name=='type_of': return k
        if name=='str' : return D(v)
        if name=='to_string': return catstr(v)
        if name=='bool': return not(v is None or v is False or v==0 or v=='' or v==[])
        if name=='int':
            if k=='string':
                if re.match(r'^[+-]?\d+$',v) and -2**63<=int(v)<2**63: return int(v)
                raise R(f"int() cannot parse string: '{v}'")
            if k=='float': return toint(v)
            if k in('integer','boolean'): return int(v)
            raise R(f'int() does not support type: {k}')
        if name=='float':
            if k=='string':
                try: return float(v)
                except ValueError: raise R(f"float() cannot parse string: '{v}'")
            if num(v): return float(v)
            raise R(f'float() does not support type: {k}')
        if not num(v): raise R(f'{name}() expects a number')
        if name=='sqrt': return math.sqrt(v) if v>=0 else math.nan
        if name=='abs':
            if isint(v): return fit(abs(v),'absolute value',p)
            return abs(v)
        if isint(v): return v
        if name=='floor': return toint(v if math.isinf(v) or math.isnan(v) else float(math.floor(v)))
        if name=='ceil': return toint(v if math.isinf(v) or math.isnan(v) else float(math.ceil(v)))
        if name=='round': return toint(s.rnd(v))
        raise SynErr(name)
    def rnd(s,v):
        if math.isinf(v) or math.isnan(v) or abs(v)>=2**52: return v
        f=math.floor(abs(v)); 
        if abs(v)-f>=0.5: f+=1
        return math.copysign(float(f),v)
    def curenv(s,n): return s._env
    def e_macro(s,n,e,t):
        nm=n[2];a=n[3];p=n[1]
        if nm=='vec':
            if n[4]:
                v=s.ev(a[0][1],e); k=s.ev(n[4],e); return [cp(v) for _ in range(k)]
            return [s.ev(x,e) for _,x in a]
        def ftext(a):
            if not a: return ''
            if a[0][1][0]!='str':
                if len(a)==1: return D(s.ev(a[0][1],e))
                raise SynErr('macro with computed format')
            vals=[(k,s.ev(x,e)) for k,x in a[1:]]
            return s.format(a[0][1][2],vals,e,False)
        if nm in('println','print','eprintln','eprint'):
            (s.err if nm[0]=='e' else s.out).append(ftext(a)+('\n' if nm.endswith('ln') else '')); return None
        if nm=='format': return ftext(a)
        if nm=='panic': raise RErr('Runtime error: panic: '+ftext(a),p)
        if nm=='assert':
            if not truthy(s.ev(a[0][1],e)): raise RErr('Assertion failed'+(': '+ftext(a[1:]) if len(a)>1 else ''),p)
            return None
        if nm=='assert_eq':
            x=s.ev(a[0][1],e);y=s.ev(a[1][1],e)
            if not eq(x,y): raise RErr('Assertion failed: '+(ftext(a[2:]) if len(a)>2 else f'expected {Dbg(x)}, got {Dbg(y)}'),p)
            return None
        raise SynErr('macro '+nm)