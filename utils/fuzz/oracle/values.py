#===- values.py - Values and operators -------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
import math
import re
import sys
from decimal import Decimal

from .lexer import RErr, SynErr

def start(n):
    while n[0] in('index','method','field','call','bin','as','asg','&&','||','??','tern','range'):
        x={'bin':3,'asg':3}.get(n[0],2)
        if n[x] is None: break
        n=n[x]
    return n[1]
class Rng:
    def __init__(s,a,b,i): s.a=a;s.b=b;s.i=i
    def __eq__(s,o): return isinstance(o,Rng) and (s.a,s.b,s.i)==(o.a,o.b,o.i)
    def py(s): return range(s.a,s.b+(1 if s.i else 0))
class Fn:
    def __init__(s,name,ps,body,env,pos,mut=False): s.name=name;s.ps=ps;s.body=body;s.env=env;s.pos=pos;s.mut=mut;s.decl=None
class Tup:
    def __init__(s,v): s.v=v
class Map:
    """An object or a map: pairs in insertion order under a key that makes 1 and 1.0 the same."""
    full=None
    def __init__(s,error=None): s.d={};s.error=error
    def put(s,k,v): s.d[hkey(k)]=(s.d[hkey(k)][0] if hkey(k) in s.d else k,v)
    def get(s,k,d=None): return s.d[hkey(k)][1] if hkey(k) in s.d else d
    def has(s,k): return hkey(k) in s.d
    def pairs(s): return list(s.d.values())
class Set:
    def __init__(s,items=()):
        s.d={}
        for x in items: s.d.setdefault(hkey(x),x)
    def items(s): return list(s.d.values())
class Obj:
    """A struct (a value) or an instance of a class (a reference)."""
    def __init__(s,decl,f,ref=False): s.decl=decl;s.f=f;s.ref=ref
class Var:
    """A variant; `of` is Option, Result or the enum."""
    def __init__(s,of,name,p=None): s.of=of;s.name=name;s.p=p
class Module:
    def __init__(s,name,env,public): s.name=name;s.env=env;s.public=public
class Type:
    def __init__(s,form,name): s.form=form;s.name=name;s.fields=[];s.methods={};s.base=None;s.variants={};s.env=None;s.order=[]
def hkey(v):
    k=kind(v)
    if k=='float' and v==v and abs(v)<2.0**53 and v==int(v): return ('n',int(v))
    if k=='integer': return ('n',v)
    if k=='float': return ('n',v) if v==v else ('nan',)
    if k=='array': return ('a',)+tuple(hkey(x) for x in v)
    if k=='tuple': return ('t',)+tuple(hkey(x) for x in v.v)
    if k in('string','boolean','nil'): return (k,v)
    if k=='enum_variant': return ('v',v.of,v.name,D(v))
    raise SynErr('key of kind '+k)
def natural(v):
    k=kind(v)
    if num(v): return (0,v,'')
    if k=='string': return (1,0,v.encode())
    raise SynErr('order of kind '+k)
class Bi:
    def __init__(s,n): s.n=n
class Tail:
    def __init__(s,f,a): s.f=f;s.a=a
class Brk(Exception): pass
class Cont(Exception): pass
class Ret(Exception): pass
class Env:
    __slots__=('d','p','fn')
    def __init__(s,p,fn=False): s.d={};s.p=p;s.fn=fn
    def find(s,n):
        e=s
        while e is not None:
            if n in e.d: return e
            e=e.p
def kind(v):
    if v is None: return 'nil'
    if isinstance(v,bool): return 'boolean'
    if isinstance(v,int): return 'integer'
    if isinstance(v,float): return 'float'
    if isinstance(v,str): return 'string'
    if isinstance(v,list): return 'array'
    if isinstance(v,Rng): return 'range'
    if isinstance(v,Fn): return 'function'
    if isinstance(v,Bi): return 'builtin_function'
    if isinstance(v,Tup): return 'tuple'
    if isinstance(v,Map): return 'object'
    if isinstance(v,Set): return 'set'
    if isinstance(v,Obj): return 'class' if v.ref else 'struct'
    if isinstance(v,Var): return 'enum_variant'
    if isinstance(v,Module): return 'object'
def fdisp(x,whole='.0'):
    if math.isnan(x): return 'NaN'
    if math.isinf(x): return 'inf' if x>0 else '-inf'
    if x==math.floor(x):
        s='%.1f'%x
        return s if whole else s[:-2]
    return format(Decimal(repr(x)),'f')
def D(v,q=True,top=True):
    k=kind(v)
    if k=='nil': return 'nil'
    if k=='boolean': return 'true' if v else 'false'
    if k=='integer': return str(v)
    if k=='float': return fdisp(v)
    if k=='string': return v if (top or not q) else '"'+v+'"'
    if k=='array': return '['+', '.join(D(x,q,False) for x in v)+']'
    if k=='range': return ('' if v.a is None else str(v.a))+('..=' if v.i else '..')+('' if v.b is None else str(v.b))
    if k=='function': return '<function>'
    E=lambda x: D(x,q,False)
    if k=='tuple': return '('+', '.join(E(x) for x in v.v)+')'
    if k=='set': return '{'+', '.join(E(x) for x in sorted(v.items(),key=natural))+'}'
    if k=='object':
        if v.error: return v.error
        return '{'+', '.join(D(a)+': '+E(b) for a,b in sorted(v.pairs(),key=lambda p:natural(p[0])))+'}'
    if k in('struct','class'):
        Q=lambda x: D(x,True,False)
        if v.decl.tuple: return v.decl.name+'('+', '.join(Q(x) for x in v.f.values())+')'
        return v.decl.name+' {'+', '.join(a+': '+Q(b) for a,b in sorted(v.f.items()))+'}'
    if k=='enum_variant':
        if v.p is None: return v.name
        if isinstance(v.p,dict): return v.name+' {'+', '.join(a+': '+D(b,True,False) for a,b in sorted(v.p.items()))+'}'
        return v.name+'('+', '.join(D(x,True,False) for x in v.p)+')'
    return f'<builtin function: {v.n}>'
def Dbg(v): return D(v,True,False)
def truthy(v): return not(v is None or v is False)
def num(v): return isinstance(v,(int,float)) and not isinstance(v,bool)
def isint(v): return isinstance(v,int) and not isinstance(v,bool)
def toint(f):
    if math.isnan(f): return 0
    if f>=2.0**63: return 2**63-1
    if f<=-2.0**63: return -2**63
    return int(f)
def cp(v):
    if isinstance(v,list): return [cp(x) for x in v]
    if v is None or isinstance(v,(int,float,str)): return v
    if isinstance(v,Tup): return Tup([cp(x) for x in v.v])
    if isinstance(v,Map):
        r=Map(v.error); r.full=v.full; r.d={h:(k,cp(x)) for h,(k,x) in v.d.items()}; return r
    if isinstance(v,Set):
        r=Set(); r.d=dict(v.d); return r
    if isinstance(v,Obj) and not v.ref: return Obj(v.decl,{k:cp(x) for k,x in v.f.items()})
    if isinstance(v,Var):
        if isinstance(v.p,dict): return Var(v.of,v.name,{k:cp(x) for k,x in v.p.items()})
        return Var(v.of,v.name,cp(v.p))
    return v
def eq(a,b):
    if num(a) and num(b):
        if isint(a) and isint(b): return a==b
        return float(a)==float(b)
    if kind(a)!=kind(b): return False
    if isinstance(a,list): return len(a)==len(b) and all(eq(x,y) for x,y in zip(a,b))
    if isinstance(a,Fn): return a is b
    if isinstance(a,Tup): return eq(a.v,b.v)
    if isinstance(a,Map): return a.d.keys()==b.d.keys() and all(eq(x[1],b.d[h][1]) for h,x in a.d.items())
    if isinstance(a,Set): return a.d.keys()==b.d.keys()
    if isinstance(a,Obj): return a is b if a.ref else a.decl is b.decl and all(eq(x,b.f[n]) for n,x in a.f.items())
    if isinstance(a,Var):
        if a.of!=b.of or a.name!=b.name: return False
        if isinstance(a.p,dict): return all(eq(x,b.p[n]) for n,x in a.p.items())
        return eq(a.p,b.p)
    return a==b
def fit(r,what,p):
    if -2**63<=r<2**63: return r
    raise RErr('Runtime error: Integer overflow in '+what,p)
def powf(a,b):
    a=float(a);b=float(b)
    try: return math.pow(a,b)
    except OverflowError: return math.inf
    except ValueError:
        if a==0: return math.inf
        return math.nan
def catstr(v):
    if kind(v)=='float': return fdisp(v,'')
    return D(v)
def binop(o,a,b,p):
    ka,kb=kind(a),kind(b)
    if o=='==': return eq(a,b)
    if o=='!=': return not eq(a,b)
    ii=isint(a) and isint(b); nn=num(a) and num(b)
    def bad(t): raise RErr('Type error: '+t,p)
    if o=='+':
        if ii: return fit(a+b,'addition',p)
        if nn: return float(a)+float(b)
        if ka=='string' and kb in('string','integer','float','boolean') or kb=='string' and ka in('integer','float','boolean'): return catstr(a)+catstr(b)
        if ka==kb=='array': return cp(a)+cp(b)
        bad(f'Cannot add {ka} and {kb}')
    if o=='-':
        if ii: return fit(a-b,'subtraction',p)
        if nn: return float(a)-float(b)
        bad(f'Cannot subtract {kb} from {ka}')
    if o=='*':
        if ii: return fit(a*b,'multiplication',p)
        if nn: return float(a)*float(b)
        if ka=='string' and kb=='integer': return a*max(0,b)
        bad(f'Cannot multiply {ka} and {kb}')
    if o=='/':
        if ii:
            if b==0: raise RErr('Division by zero',p)
            q=abs(a)//abs(b); q=q if (a<0)==(b<0) else -q
            return fit(q,'division',p)
        if nn:
            a=float(a);b=float(b)
            if b==0:
                if a==0 or math.isnan(a): return math.nan
                return math.copysign(math.inf,a)*math.copysign(1,b)
            return a/b
        bad(f'Cannot divide {ka} by {kb}')
    if o=='%':
        if nn and b==0: raise RErr('Division by zero',p)
        if ii:
            if a==-2**63 and b==-1: raise RErr('Runtime error: Integer overflow in modulo',p)
            r=abs(a)%abs(b); return -r if a<0 else r
        if nn: return math.nan if math.isinf(a) or a!=a or b!=b else math.fmod(a,b)
        bad(f'Cannot compute {ka} modulo {kb}')
    if o=='**':
        if ii:
            if b<0: return powf(a,b)
            if abs(a)<=1: return a**(b%2 if a==-1 else min(b,1))
            if b>70: return powf(a,b)
            r=a**b
            return r if -2**63<=r<2**63 else powf(a,b)
        if nn: return powf(a,b)
        bad(f'Cannot compute {ka} to the power of {kb}')
    if o in('<','<=','>','>='):
        if nn and not ii: a=float(a);b=float(b)
        elif ii or ka==kb and ka in('string','boolean','array','tuple'):
            if ka=='tuple': a=a.v;b=b.v;ka='array' 
            if ka=='string': a=a.encode();b=b.encode()
            if ka=='array':
                for x,y in zip(a,b):
                    if not eq(x,y): return binop(o,x,y,p)
                a=len(a);b=len(b)
        else: bad(f'Cannot compare {ka} and {kb} for ordering')
        return {'<':a<b,'<=':a<=b,'>':a>b,'>=':a>=b}[o]
    if o in('&','|','^','<<','>>'):
        if ka==kb=='boolean' and o in'&|^': return {'&':a and b,'|':a or b,'^':a!=b}[o]
        if not ii: bad(f'Bitwise operations require integer operands, got {ka} and {kb}')
        if o=='&': return a&b
        if o=='|': return a|b
        if o=='^': return a^b
        if not 0<=b<=63: raise RErr(f'Runtime error: Shift count {b} is out of range',p)
        if o=='>>': return a>>b
        r=(a<<b)&(2**64-1)
        return r-2**64 if r>=2**63 else r
    if o=='in':
        if kb=='string' and ka=='string': return a in b
        if kb=='array': return any(eq(a,x) for x in b)
        if kb=='string': return False
        if kb=='object': return b.has(a)
        if kb=='set': return hkey(a) in b.d
        if kb=='tuple': return any(eq(a,x) for x in b.v)
        if kb=='range': return num(a) and (b.a is None or a>=b.a) and (b.b is None or a<b.b or (b.i and a==b.b))
        bad(f'Cannot test membership in {kb}')
    raise SynErr(o)
SPEC=re.compile(r'^(?:(.)?([<>^]))?([+-])?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([?xXobe])?$',re.S)
def thousands(s):
    m=re.match(r'^([+-]?)(\d+)(.*)$',s); 
    return m.group(1)+re.sub(r'(?<=\d)(?=(\d{3})+$)',',',m.group(2))+m.group(3)
def fmt(v,spec,inf=False):
    if spec is None or spec=='': return D(v,not inf)
    m=SPEC.match(spec)
    if not m: raise SynErr('bad spec '+spec)
    fill,al,sign,alt,zero,width,comma,prec,ty=m.groups()
    k=kind(v); pre=''; isn=num(v)
    if ty in('x','X','o','b') and isint(v):
        s=format(v&(2**64-1),ty)
        pre={'x':'0x','X':'0x','o':'0o','b':'0b'}[ty] if alt else ''
        if sign=='+' : pre='+'+pre
    elif ty=='e' and isn:
        x=Decimal(repr(float(v))) if k=='float' else Decimal(v)
        if prec is not None: s='%.*e'%(int(prec),v)
        else:
            sg,dg,ex=x.as_tuple(); ds=''.join(map(str,dg)); e=ex+len(ds)-1; ds=ds.rstrip('0') or '0'
            if float(v)==0: e=0
            s=('-' if sg else '')+ds[0]+('.'+ds[1:] if len(ds)>1 else '')+'e'+str(e)
        s=re.sub(r'e([+-])0*(\d)',lambda m:'e'+('-' if m.group(1)=='-' else '')+m.group(2),s)
        if sign=='+' and s[0]!='-': pre='+'
    elif isn:
        if prec is not None and not (k=='float' and (math.isnan(v) or math.isinf(v))):
            s='%.*f'%(int(prec),v)
        else: s=D(v)
        if comma: s=thousands(s)
        if sign=='+' and s[0]!='-' and s!='NaN': pre='+'
    else:
        s=Dbg(v) if ty=='?' else D(v,not inf)
        if prec is not None and k=='string': s=s[:int(prec)]
    if zero and isn:
        if s[0]=='-': pre='-'+pre; s=s[1:]
        w=int(width or 0)
        return pre+s.rjust(w-len(pre),'0')
    s=pre+s; w=int(width or 0)
    n=w-len(s)
    if n<=0: return s
    al=al or ('>' if isn else '<'); f=fill or ' '
    if al=='<': return s+f*n
    if al=='>': return f*n+s
    return f*(n//2)+s+f*(n-n//2)
PH=re.compile(r'\{\{|\}\}|\{([A-Za-z_]\w*|\d+)?(?::([^{}]*))?\}')
def hasph(s): return any(m.group() not in('{{','}}') for m in PH.finditer(s))
