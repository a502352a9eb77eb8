#===- core.py - The evaluator of the slice ---------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Walks the tree; a method `e_FORM(tree, environment, tail)` per form."""

from .lexer import RErr, SynErr
from .parser import P
from .values import *

BUILTINS=set('println print eprintln eprint assert assert_eq panic range len type_of str to_string int float bool abs min max sqrt floor ceil round pow Some Ok Err exit is_nil push sort reverse sum typeof'.split())
M={'&&':'and','||':'or','??':'nn'}
class Alias:
    """Another name of a place."""
    def __init__(s,root,ix,env): s.root=root;s.ix=ix;s.env=env
class Field:
    def __init__(s,name): s.name=name
class Core:
    def __init__(s,fname):
        s.stm=P.STM; s.fname=fname; s.out=[]; s.err=[]; s.g=Env(None,True); s.main=False; s.depth=0; s.types={}
    def ev(s,n,e,tail=False):
        return getattr(s,'e_'+M.get(n[0],n[0]))(n,e,tail)
    def e_lit(s,n,e,t): return n[2]
    def e_str(s,n,e,t): return n[2]
    def e_item(s,n,e,t): return None
    def e_paren(s,n,e,t): return s.ev(n[2],e,t)
    def e_fstr(s,n,e,t):
        return ''.join(p if isinstance(p,str) else fmt(s.ev(p[0],e),p[1],True) for p in n[2])
    def lookup(s,n,e,call=False):
        x=e.find(n[2])
        if x is not None:
            v=x.d[n[2]]
            return s.getp(v.root,v.ix,v.env) if isinstance(v,Alias) else v
        if n[2]=='nil': return None
        if n[2]=='None': return Var('Option','None')
        if n[2] in BUILTINS: return Bi(n[2])
        if n[2] in s.types: return s.types[n[2]]
        if call: raise RErr(f'Runtime error: Undefined function: {n[2]} (not found, undefined)',n[1])
        raise RErr(f'Runtime error: Undefined variable: {n[2]}',n[1])
    def e_var(s,n,e,t): return cp(s.lookup(n,e))
    def e_arr(s,n,e,t):
        r=[]
        for x in n[2]:
            if x[0]=='spread': r+=s.iter(s.ev(x[2],e),x[2][1])
            else: r.append(s.ev(x,e))
        return r
    def e_rep(s,n,e,t):
        v=s.ev(n[2],e);k=s.ev(n[3],e); return [cp(v) for _ in range(k)]
    def e_range(s,n,e,t):
        a=s.ev(n[2],e) if n[2] else None; b=s.ev(n[3],e) if n[3] else None
        for x,y in((n[2],a),(n[3],b)):
            if x and not isint(y): raise RErr('Type error: Range bounds must be integers',n[1])
        return Rng(a,b,n[4])
    def hoist(s,st,env):
        for x in st:
            if x[0]=='fun' and x[2] and x[2] not in env.d: env.d[x[2]]=Fn(x[2],x[3],x[4],env,x[1])
        for x in st:
            if x[0]=='item': s.item(x,env)
    def e_block(s,n,e,t):
        env=Env(e); s.hoist(n[2],env); v=None; st=n[2]
        for i,x in enumerate(st): v=s.ev(x,env,t and i==len(st)-1)
        return v
    def e_fun(s,n,e,t):
        if n[2] and n[2] in e.d and isinstance(e.d[n[2]],Fn) and e.d[n[2]].pos==n[1]: return e.d[n[2]]
        f=Fn(n[2],n[3],n[4],e,n[1])
        if n[2]: e.d[n[2]]=f
        return f
    def e_let(s,n,e,t):
        if n[3][0]=='refmut' and s.isplace(n[3][2]):
            root,ix=s.path(n[3][2],e); e.d[n[2]]=Alias(root,ix,e); return None
        v=s.ev(n[3],e); e.d[n[2]]=v; return cp(v)
    def e_if(s,n,e,t):
        if truthy(s.ev(n[2],e)): return s.ev(n[3],e,t)
        return s.ev(n[4],e,t) if n[4] else None
    def e_tern(s,n,e,t): return s.ev(n[3] if truthy(s.ev(n[2],e)) else n[4],e,t)
    def e_and(s,n,e,t):
        a=s.ev(n[2],e); return s.ev(n[3],e,t) if truthy(a) else a
    def e_or(s,n,e,t):
        a=s.ev(n[2],e); return a if truthy(a) else s.ev(n[3],e,t)
    def e_nn(s,n,e,t):
        a=s.ev(n[2],e); return a if a is not None else s.ev(n[3],e,t)
    def e_bin(s,n,e,t):
        a=s.ev(n[3],e); b=s.ev(n[4],e); return binop(n[2],a,b,n[1])
    def e_un(s,n,e,t):
        v=s.ev(n[3],e);k=kind(v);o=n[2]
        if o=='!': return not truthy(v)
        if o=='-':
            if isint(v): return fit(-v,'negation',n[1])
            if k=='float': return -v
            raise RErr(f'Type error: Cannot negate {k}',n[1])
        if o=='~':
            if isint(v): return ~v
            raise RErr(f'Type error: Cannot apply bitwise NOT to {k}',n[1])
        if num(v): return v
        raise RErr(f'Type error: Cannot apply unary plus to {k}',n[1])
    def e_as(s,n,e,t):
        v=s.ev(n[2],e);ty=n[3];k=kind(v)
        bad=RErr(f'Type error: Cannot cast {k} to {ty}',n[1])
        if ty in('f64','f32'):
            if k in('integer','float','boolean'): return float(v)
            raise bad
        if ty in('String','str'): return catstr(v)
        if ty=='char' and isint(v): return chr(v)
        if ty[0] in 'iu':
            if k=='boolean': r=int(v)
            elif isint(v): r=v
            elif k=='float':
                r=toint(v)
                lim={'u8':(0,255),'i8':(-128,127),'u16':(0,65535),'i16':(-32768,32767),'u32':(0,2**32-1)}.get(ty)
                if lim: r=max(lim[0],min(lim[1],r))
            elif k=='string' and len(v)==1: r=ord(v)
            else: raise bad
            w={'u8':(8,0),'i8':(8,1),'u16':(16,0),'i16':(16,1),'u32':(32,0)}.get(ty)
            if w:
                r&=(1<<w[0])-1
                if w[1] and r>>(w[0]-1): r-=1<<w[0]
            return r
        raise bad
    # places
    def norm(s,c,i,p):
        L=len(c.v if isinstance(c,Tup) else c)
        j=i+L if i<0 else i
        if not 0<=j<L: raise RErr(f'Runtime error: Index {i} out of bounds for {kind(c)} of length {L}',p)
        return j
    def path(s,n,e):
        """evaluate indices of a place left to right, -> (rootnode,[(pos,idx)])"""
        if n[0]=='paren': return s.path(n[2],e)
        if n[0]=='var':
            x=e.find(n[2])
            if x and isinstance(x.d[n[2]],Alias): return x.d[n[2]].root,list(x.d[n[2]].ix)
            return n,[]
        if n[0]=='index':
            r,ix=s.path(n[2],e); return r,ix+[(n[1],s.ev(n[3],e))]
        if n[0]=='field':
            r,ix=s.path(n[2],e); return r,ix+[(n[1],Field(n[3]))]
        if n[0]=='deref': return s.path(n[2],e)
        return None,None
    def isplace(s,n):
        while n[0] in('index','paren','field','deref'): n=n[2]
        return n[0]=='var'
    def getp(s,root,ix,e):
        v=s.lookup(root,e)
        for p,i in ix: v=s.idx(v,i,p)
        return v
    def idx(s,c,i,p):
        if isinstance(i,Field): return s.field(c,i.name,p)
        if isinstance(c,Tup) and isint(i): return c.v[s.norm(c,i,p)]
        if isinstance(c,Map):
            if c.has(i): return c.get(i)
            raise RErr(f"Runtime error: Key '{D(i)}' not found in object",p)
        if isinstance(c,(list,str)) and isint(i): return c[s.norm(c,i,p)]
        if isinstance(c,(list,str)) and isinstance(i,Rng): return s.slice(c,i,p)
        raise RErr(f'Runtime error: Cannot index {kind(c)} with {kind(i)}',p)
    def slice(s,c,r,p):
        L=len(c);k=kind(c)
        def bd(x,w):
            if x<0:
                if x+L<0: raise RErr(f'Runtime error: Range {w} {x} is out of bounds for {k} of length {L}',p)
                return x+L
            return x
        a=0 if r.a is None else bd(r.a,'start')
        b=L if r.b is None else bd(r.b,'end')+(1 if r.i else 0)
        if a>b:
            if k=='array' and r.b is None: return []
            raise RErr(f'Runtime error: Invalid range: start {a} is greater than end {b}',p)
        if k=='string' and b>L: raise RErr(f'Runtime error: Range end {b} is out of bounds for string of length {L}',p)
        return cp(c[a:b]) if k=='array' else c[a:b]
    def e_index(s,n,e,t):
        if s.isplace(n):
            r,ix=s.path(n,e) if False else (None,None)
        base=n[2]
        c=s.evref(base,e); i=s.ev(n[3],e)
        return cp(s.idx(c,i,n[1]))
    def evref(s,n,e):
        if n[0]=='var': return s.lookup(n,e)
        if n[0]=='paren': return s.evref(n[2],e)
        if n[0]=='index':
            c=s.evref(n[2],e); i=s.ev(n[3],e); return s.idx(c,i,n[1])
        if n[0]=='field': return s.idx(s.evref(n[2],e),Field(n[3]),n[1])
        if n[0]=='deref': return s.evref(n[2],e)
        return s.ev(n,e)
    def store(s,root,ix,v,e):
        if not ix:
            x=e.find(root[2])
            if x is None:
                x=e
                while not x.fn: x=x.p
            x.d[root[2]]=v; return
        c=s.lookup(root,e)
        for p,i in ix[:-1]: c=s.idx(c,i,p)
        p,i=ix[-1]
        if isinstance(c,list) and isint(i): c[s.norm(c,i,p)]=v
        elif isinstance(c,Tup) and isint(i): c.v[s.norm(c,i,p)]=v
        elif isinstance(c,Map): c.put(i.name if isinstance(i,Field) else i,v)
        elif isinstance(i,Field): s.store_field(c,i.name,v,p)
        else: raise RErr(f'Runtime error: Cannot index {kind(c)} with {kind(i)}',p)
    def e_asg(s,n,e,t):
        o=n[2];pl=n[3]
        if o=='=':
            v=s.ev(n[4],e); r,ix=s.path(pl,e); s.store(r,ix,cp(v),e); return v
        r,ix=s.path(pl,e); old=cp(s.getp(r,ix,e)); b=s.ev(n[4],e)
        v=binop(o[:-1],old,b,n[1]); s.store(r,ix,cp(v),e); return v
    def iter(s,v,p,pattern=None):
        if isinstance(v,Tup): return list(v.v)
        if isinstance(v,Set): return v.items()
        if isinstance(v,Map): return [Tup([k,x]) for k,x in v.pairs()] if pattern and pattern[0]=='ptuple' else [k for k,x in v.pairs()]
        if isinstance(v,list): return list(v)
        if isinstance(v,str): return list(v)
        if isinstance(v,Rng): return v.py()
        raise RErr(f'Type error: Cannot iterate over {kind(v)}',p)
    def loop1(s,n,body,e):
        try: s.ev(body,e)
        except Cont as c:
            if c.args[0] is not None and c.args[0]!=n[2]: raise
        except Brk as b:
            if b.args[0] is not None and b.args[0]!=n[2]: raise
            return (b.args[1],)
    def e_for(s,n,e,t):
        it=n[4]
        if it[0]=='refmut' or it[0]=='method' and it[3]=='iter_mut':
            root,ix=s.path(it[2],e)
            for i in range(len(s.getp(root,ix,e))):
                env=Env(e); env.d[n[3][1]]=Alias(root,ix+[(n[1],i)],e)
                if s.loop1(n,n[5],env): break
            return None
        for x in s.iter(s.ev(n[4],e),start(n[4]),n[3]):
            env=Env(e)
            if not s.pm(n[3],cp(x),env.d): raise RErr('Runtime error: Pattern did not match the value',n[1])
            if s.loop1(n,n[5],env): break
    def e_while(s,n,e,t):
        while truthy(s.ev(n[3],e)):
            if s.loop1(n,n[4],e): break
    def e_loop(s,n,e,t):
        while True:
            r=s.loop1(n,n[3],e)
            if r: return r[0]
    def e_break(s,n,e,t): raise Brk(n[2],s.ev(n[3],e) if n[3] else None)
    def e_continue(s,n,e,t): raise Cont(n[2])
    def e_return(s,n,e,t):
        v=s.ev(n[2],e,e is not s.g) if n[2] else None
        raise Ret(v)
    def e_call(s,n,e,t):
        cal=n[2]
        if cal[0]=='path': return s.call_path(n,e)
        f=s.lookup(cal,e,True) if cal[0]=='var' else s.ev(cal,e)
        pos=start(cal)
        if isinstance(f,Type): return s.make(f,n,e,pos)
        pa,na,places=s.arguments(n[3],e,f)
        if isinstance(f,Bi): return s.builtin(f.n,pa,n,pos)
        if not isinstance(f,Fn): raise RErr(f'Type error: Cannot call non-function value: {kind(f)}',pos)
        env=s.bind(f,pa,na,pos)
        if t and not places: return Tail(f,env)
        return s.run_places(f,env,places,e,0)
    def arguments(s,given,e,f):
        """Values, named values and in-out places (index, root, steps)."""
        pa=[];na={};places=[]
        for nm,x,o in given:
            if x[0]=='refmut' and s.isplace(x[2]):
                root,ix=s.path(x[2],e); places.append((len(pa),root,ix)); pa.append(None)
            elif nm and isinstance(f,Fn) and (o==':' or any(('bind',nm)==q[0] for q in f.ps)): na[nm]=s.ev(x,e)
            elif nm: pa.append(s.ev(('asg',x[1],'=',('var',x[1],nm),x),e))
            else: pa.append(s.ev(x,e))
        for i,root,ix in places: pa[i]=cp(s.getp(root,ix,e))
        return pa,na,places
    def run_places(s,f,env,places,e,shift):
        if not places: return s.run(f,env)
        try: return s.run(f,env)
        finally:
            for i,root,ix in places:
                q=f.ps[i+shift][0]
                if q[0]=='bind': s.store(root,ix,cp(env.d[q[1]]),e)
    def bind(s,f,pa,na,pos):
        env=Env(f.env,True); req=sum(1 for q in f.ps if q[1] is None); mx=len(f.ps)
        skip=1 if f.ps and f.ps[0][0]==('bind','self') else 0
        for k in na:
            if not any(('bind',k)==q[0] for q in f.ps): raise RErr(f"Runtime error: Function has no parameter '{k}'",pos)
        cnt=len(pa)+len(na)
        if not req<=cnt<=mx:
            req-=skip; mx-=skip; cnt-=skip
            a=f'{req}-{mx} arguments' if req!=mx else f'{mx} argument'+('' if mx==1 else 's')
            raise RErr(f'Runtime error: Function expects {a}, got {cnt}',pos)
        i=0
        for q,d in f.ps:
            if q[0]=='bind' and q[1] in na: env.d[q[1]]=na[q[1]]; continue
            if i<len(pa): v=pa[i]; i+=1
            else: v=s.ev(d,env)
            if q[0]=='bind': env.d[q[1]]=v
            elif not s.pm(q,v,env.d): raise RErr('Runtime error: Pattern did not match the value',pos)
        return env
    def run(s,f,env):
        s.depth+=1
        try:
            if s.depth>s.maxdepth: raise RErr('Recursion limit exceeded',f.pos)
            while True:
                if f.name=='main' and f.env is s.g: s.main=True
                try: r=s.ev(f.body,env,True)
                except Ret as x: r=x.args[0]
                if isinstance(r,Tail): f,env=r.f,r.a; continue
                return r
        finally: s.depth-=1
    maxdepth=12000
